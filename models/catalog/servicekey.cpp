#include "models/catalog/servicekey.h"

#include "models/catalog/searchfold.h"

namespace otpdesk {

QString serviceKeyOf(const QString &service)
{
    return searchFolded(service).simplified();
}

} // namespace otpdesk
