#pragma once

namespace otpdesk {

/// Lets assistive technology see combo boxes under their names, with the choice as the value. Qt gives the
/// choice as the name on Unix, and nothing tells "Country" from "Provider" then. Once per process; again is
/// harmless.
void nameComboBoxes();

} // namespace otpdesk
