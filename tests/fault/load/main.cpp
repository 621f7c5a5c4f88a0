#include "tests/fault/load/cost.h"
#include "tests/fault/load/loadrun.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace otpdesk;
using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList wanted = QCoreApplication::arguments().mid(1);
    QTextStream out(stdout);
    if (wanted == QStringList{u"--cost"_s}) {
        measureCost();
        return 0;
    }
    if (!wanted.isEmpty() && wanted != QStringList{u"--short"_s}) {
        out << "Usage: otpdesk_pollload [--short | --cost]\n"
               "  1,000 live orders over five accounts, polled for an hour of an injected clock.\n"
               "  --short  100 orders and a quarter of an hour\n"
               "  --cost   what a check costs beside a bare request; nothing is judged\n";
        return 2;
    }
    const QStringList damage = LoadRun(wanted.isEmpty() ? LoadPlan::full() : LoadPlan::brief()).run();
    out << (damage.isEmpty() ? u"No damage."_s : u"%1 kinds of damage."_s.arg(damage.size())) << Qt::endl;
    return damage.isEmpty() ? 0 : 1;
}
