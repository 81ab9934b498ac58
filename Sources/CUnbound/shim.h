#pragma once

#include <unbound.h>
