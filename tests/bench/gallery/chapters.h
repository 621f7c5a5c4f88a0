#pragma once

#include "tests/bench/gallery/camera.h"

namespace otpdesk {

/// Each takes all pictures of its subject.
void drawKit(const Camera &camera);
void drawOrders(const Camera &camera);
void drawRentals(const Camera &camera);
void drawInboxes(const Camera &camera);
void drawCatalog(const Camera &camera);
void drawPurchase(const Camera &camera);
void drawTopUps(const Camera &camera);
void drawWatches(const Camera &camera);

} // namespace otpdesk
