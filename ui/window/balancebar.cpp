#include "ui/window/balancebar.h"

#include "models/accounts/accountlist.h"
#include "models/accounts/accountmodel.h"
#include "models/text/format.h"
#include "providers/types/clock.h"
#include "ui/kit/balancechip.h"
#include "ui/kit/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHelpEvent>

namespace otpdesk {

BalanceBar::BalanceBar(AccountList &accounts, AccountModel &model, Clock &clock, QWidget *before,
                       QWidget *parent)
    : QWidget(parent), m_accounts(accounts), m_model(model), m_clock(clock), m_before(before)
{
    setObjectName(QStringLiteral("balances"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::Small);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &BalanceBar::rebuild);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &BalanceBar::rebuild);
    connect(&model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) { refresh(first.row(), last.row()); });
    rebuild();
}

void BalanceBar::rebuild()
{
    while (m_chips.size() > m_model.rowCount())
        delete m_chips.takeLast();
    while (m_chips.size() < m_model.rowCount()) {
        auto *chip = new BalanceChip(this);
        const auto row = static_cast<int>(m_chips.size());
        connect(chip, &QToolButton::clicked, this, [this, row] { clicked(row); });
        layout()->addWidget(chip);
        setTabOrder(m_chips.isEmpty() ? m_before : m_chips.last(), chip);
        m_chips.append(chip);
    }
    refresh(0, static_cast<int>(m_chips.size()) - 1);
}

void BalanceBar::refresh(int first, int last)
{
    for (int row = first; row <= last && row < m_chips.size(); ++row) {
        const QModelIndex index = m_model.index(row);
        m_chips[row]->setObjectName(QStringLiteral("balance_") +
                                    index.data(AccountModel::ProviderIdRole).toString());
        m_chips[row]->setAccount(
            index.data().toString(), index.data(AccountModel::BalanceTextRole).toString(),
            static_cast<AccountModel::State>(index.data(AccountModel::StateRole).toInt()), explanation(row));
    }
    updateGeometry();
}

QString BalanceBar::explanation(int row) const
{
    const QModelIndex index = m_model.index(row);
    const QDateTime at = index.data(AccountModel::BalanceAtRole).toDateTime();
    QStringList lines;
    if (const QString problem = index.data(AccountModel::StateTextRole).toString(); !problem.isEmpty())
        lines << problem;
    lines << (at.isValid() ? tr("Balance as of %1. Click to ask again.").arg(format::ago(at, m_clock.utc()))
                           : tr("Balance not known yet. Click to ask."));
    return lines.join(u'\n');
}

void BalanceBar::clicked(int row)
{
    const AccountEntry &entry = m_accounts.at(row);
    if (entry.key == KeyState::Missing || entry.key == KeyState::Unavailable)
        Q_EMIT editRequested(entry.account.id);
    else
        m_accounts.refreshBalance(entry.account.id);
}

} // namespace otpdesk
