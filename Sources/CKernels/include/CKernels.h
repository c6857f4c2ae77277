#pragma once
#include "agreement.h"
#include "delimited.h"
#include "heap.h"
#include "prefetch.h"
