#pragma once
#include "agreement.h"
#include "delimited.h"
#include "heap.h"
#include "mappings.h"
#include "names.h"
#include "prefetch.h"
#include "products.h"
