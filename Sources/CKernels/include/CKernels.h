#pragma once
#include "agreement.h"
