#include "ui/topups/topupsview.h"

#include "models/accounts/accountmodel.h"
#include "models/topups/topupmodel.h"
#include "providers/types/clock.h"
#include "ui/kit/amountedit.h"
#include "ui/kit/countdown.h"
#include "ui/kit/elidedlabel.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/herocode.h"
#include "ui/kit/messagebar.h"
#include "ui/kit/metrics.h"
#include "ui/kit/palette.h"
#include "ui/kit/pilldelegate.h"
#include "ui/kit/tablelook.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace otpdesk {

using Column = TopUpModel::Column;

namespace {

constexpr int SideBySideFrom = 1200; // width at which the detail stands beside the table
constexpr int DetailWidth = 440;
constexpr int AccountWidth = 110;

/// Widths in average characters, in the order of Column; the account takes what is left.
constexpr std::array<int, static_cast<size_t>(Column::Count)> Widths{18, 0, 16, 16, 19, 13, 18};

QLabel *makeLine(const QString &objectName)
{
    auto *label = new QLabel;
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

TopUpsView::TopUpsView(const TopUpsActions &actions, const Clock &clock, QWidget *parent)
    : QWidget(parent),
      m_form(nullptr),
      m_account(new QComboBox),
      m_amountPart(new QWidget),
      m_sign(makeLine(u"amountSign"_s)),
      m_amount(new AmountEdit(tr("Amount"))),
      m_create(new QPushButton(icon(Icon::Wallet), tr("Create &invoice"))),
      m_hint(makeLine(u"amountHint"_s)),
      m_otherWays(new ElidedLabel),
      m_messages(new MessageBar),
      m_pages(new QStackedWidget),
      m_empty(new EmptyState),
      m_splitter(new QSplitter),
      m_table(new QTableView),
      m_detail(new TopUpDetail(actions))
{
    setObjectName(u"topUpsView"_s);
    m_form = makeForm();
    setUpTable(clock);
    connect(&m_detail->total(), &HeroCode::copyRequested, this, &TopUpsView::copyTotalRequested);
    connect(m_empty, &EmptyState::primaryClicked, this, [this] {
        if (m_page == Page::NoAccount)
            Q_EMIT addAccountRequested();
        else if (m_page == Page::NoKey)
            Q_EMIT editAccountRequested();
        else if (m_page == Page::Elsewhere)
            Q_EMIT websiteRequested();
    });
    connect(m_empty, &EmptyState::secondaryClicked, this, &TopUpsView::refreshBalanceRequested);

    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(metrics::Medium);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_splitter);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::Margin, metrics::Margin, metrics::Margin, metrics::Margin);
    layout->setSpacing(metrics::Small);
    layout->addWidget(m_form);
    layout->addWidget(m_messages);
    layout->addWidget(m_pages, 1);
    setPage(Page::NoAccount);
}

QWidget *TopUpsView::makeForm()
{
    m_account->setObjectName(u"topUpAccount"_s);
    m_account->setAccessibleName(tr("Account"));
    m_account->setMinimumContentsLength(16);
    m_account->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_account, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT accountChanged(false); });
    connect(m_account, &QComboBox::activated, this, [this] { Q_EMIT accountChanged(true); });
    m_amount->setObjectName(u"topUpAmount"_s);
    m_amount->setMaximumWidth(12 * metrics::Medium);
    connect(m_amount, &QLineEdit::textChanged, this, &TopUpsView::amountChanged);
    connect(m_amount, &QLineEdit::editingFinished, this, &TopUpsView::amountFinished);
    connect(m_amount, &QLineEdit::returnPressed, this, &TopUpsView::createRequested);
    m_create->setObjectName(u"createInvoice"_s);
    m_create->setAccessibleName(tr("Create invoice"));
    connect(m_create, &QPushButton::clicked, this, &TopUpsView::createRequested);

    m_otherWays->setObjectName(u"otherWays"_s);
    m_otherWays->setMuted(true);

    auto *accountLabel = new QLabel(tr("A&ccount"));
    accountLabel->setBuddy(m_account);
    auto *amountLabel = new QLabel(tr("A&mount"));
    amountLabel->setBuddy(m_amount);
    m_amountPart->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    auto *amountRow = new QHBoxLayout(m_amountPart);
    amountRow->setContentsMargins(metrics::Small, 0, 0, 0);
    amountRow->setSpacing(metrics::Small);
    amountRow->addWidget(amountLabel);
    amountRow->addWidget(m_sign);
    amountRow->addWidget(m_amount);
    amountRow->addWidget(m_create);

    auto *form = new QWidget;
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::Small);
    row->addWidget(accountLabel);
    row->addWidget(m_account);
    row->addWidget(m_amountPart);
    row->addStretch();
    auto *hints = new QHBoxLayout;
    hints->setSpacing(metrics::Large);
    hints->addWidget(m_hint);
    hints->addWidget(m_otherWays, 1);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::Tight);
    layout->addLayout(row);
    layout->addLayout(hints);
    return form;
}

void TopUpsView::setUpTable(const Clock &clock)
{
    m_table->setObjectName(u"topUps"_s);
    applyTableLook(*m_table, tr("Top-ups"));
    m_table->setMinimumHeight(120);
    m_table->setItemDelegateForColumn(
        int(Column::Status),
        new PillDelegate(
            [](const QModelIndex &index) {
                return pillFor(static_cast<TopUpStatus>(index.data(TopUpModel::StatusRole).toInt()));
            },
            m_table));
    m_table->setItemDelegateForColumn(
        int(Column::TimeLeft),
        new CountdownDelegate(TopUpModel::ExpiresRole, TopUpModel::LifetimeRole, clock, m_table));
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    connect(m_table, &QTableView::doubleClicked, this, &TopUpsView::copyTotalRequested);
}

void TopUpsView::setModels(QAbstractItemModel *accounts, QAbstractItemModel *topUps)
{
    m_account->setModel(accounts);
    m_table->setModel(topUps);
    makeSelectedCurrent(*m_table);
    QHeaderView *header = m_table->horizontalHeader();
    const int character = fontMetrics().averageCharWidth();
    for (int column = 0; column < int(Column::Count); ++column) {
        if (column != int(Column::Account))
            header->resizeSection(column, Widths[size_t(column)] * character);
    }
    header->setSectionResizeMode(int(Column::Account), QHeaderView::Stretch);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TopUpsView::refreshCurrent);
    connect(topUps, &QAbstractItemModel::rowsInserted, this, &TopUpsView::refreshCurrent);
    connect(topUps, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                const int row = currentTopUp().row();
                if (row >= first.row() && row <= last.row())
                    refreshCurrent();
            });
    refreshCurrent();
}

void TopUpsView::refreshCurrent()
{
    // Something is always selected: the detail says what to pay.
    if (!currentTopUp().isValid() && m_table->model()->rowCount() > 0)
        m_table->selectRow(0);
    m_detail->setVisible(currentTopUp().isValid());
    Q_EMIT currentChanged();
}

void TopUpsView::setForm(const TopUpForm &form)
{
    m_amountPart->setVisible(form.takesAmount);
    m_sign->setText(form.sign);
    m_create->setEnabled(form.canCreate);
    m_hint->setVisible(!form.hint.isEmpty());
    m_hint->setText(form.hint);
    m_otherWays->setVisible(!form.otherWays.isEmpty());
    m_otherWays->setText(form.otherWays);
    m_amount->setAccessibleDescription(form.hint);
    m_hintIsError = form.isError;
    colorForm();
}

void TopUpsView::colorForm()
{
    const ToneColors failed = colors::of(Tone::Failed, palette());
    QPalette words = palette();
    if (m_hintIsError)
        words.setColor(QPalette::WindowText, colors::isDark(palette()) ? failed.mark : failed.text);
    m_hint->setPalette(words);
}

void TopUpsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colorForm();
}

void TopUpsView::setPage(Page page, const QString &name, const QString &host)
{
    // Said again at each change of a balance: a button in use must not vanish under the focus.
    const QStringList words{name, host};
    if (m_page == page && m_pageWords == words)
        return;
    m_page = page;
    m_pageWords = words;
    m_form->setVisible(page != Page::NoAccount);
    m_pages->setCurrentWidget(page == Page::Invoices ? static_cast<QWidget *>(m_splitter) : m_empty);
    m_empty->setPrimary({});
    m_empty->setSecondary({});
    m_empty->primaryButton()->setAccessibleName({});
    switch (page) {
    case Page::Invoices:
        break;
    case Page::NoInvoices:
        m_empty->setContent(Icon::Wallet, tr("No invoices yet"),
                            tr("Enter an amount and create an invoice. What to pay and where appears here, "
                               "and the balance grows as soon as it is paid."));
        break;
    case Page::NoAccount:
        m_empty->setContent(Icon::Wallet, tr("Add an account first"),
                            tr("Money is paid into an account at a provider. Add yours to create an invoice "
                               "for it."));
        m_empty->setPrimary(tr("&Add account"));
        m_empty->primaryButton()->setAccessibleName(tr("Add account"));
        break;
    case Page::NoKey:
        m_empty->setContent(Icon::Key, tr("The API key of %1 is not there").arg(name),
                            tr("Enter it, or unlock the keyring, to create an invoice for this account."));
        m_empty->setPrimary(tr("&Edit account"));
        m_empty->primaryButton()->setAccessibleName(tr("Edit account"));
        break;
    case Page::Elsewhere:
        m_empty->setContent(Icon::Globe, tr("Top up at %1").arg(host),
                            tr("%1 takes payments on its own website only. Pay there, then refresh the "
                               "balance here.")
                                .arg(name));
        m_empty->setPrimary(tr("Open &website"));
        m_empty->primaryButton()->setAccessibleName(tr("Open website"));
        m_empty->setSecondary(tr("&Refresh balance"));
        break;
    }
}

void TopUpsView::showTopUp(const TopUpFacts &facts)
{
    m_detail->showTopUp(facts);
}

void TopUpsView::showTotalCopied()
{
    m_detail->total().showCopied();
}

QString TopUpsView::currentAccount() const
{
    return m_account->currentData(AccountModel::AccountIdRole).toString();
}

void TopUpsView::selectAccount(const QString &accountId)
{
    m_account->setCurrentIndex(m_account->findData(accountId, AccountModel::AccountIdRole));
}

QString TopUpsView::amount() const
{
    return m_amount->text();
}

void TopUpsView::setAmount(const QString &digits)
{
    m_amount->setText(digits);
}

QModelIndex TopUpsView::currentTopUp() const
{
    return m_table->currentIndex().siblingAtColumn(0);
}

void TopUpsView::selectTopUp(const QModelIndex &topUp)
{
    m_table->selectRow(topUp.row());
    m_table->scrollTo(topUp);
}

void TopUpsView::fitColumns()
{
    const int character = fontMetrics().averageCharWidth();
    int room =
        (m_sideBySide.value_or(false) ? width() - DetailWidth : width()) - 4 * metrics::Medium - AccountWidth;
    for (const Column column :
         {Column::Status, Column::ToPay, Column::TimeLeft, Column::Amount, Column::Created, Column::PaidAt}) {
        const int needed = Widths[size_t(column)] * character;
        m_table->setColumnHidden(int(column), room < needed);
        room -= room < needed ? 0 : needed;
    }
}

void TopUpsView::arrange()
{
    const bool sideBySide = width() >= SideBySideFrom;
    if (m_sideBySide == sideBySide)
        return;
    m_sideBySide = sideBySide;
    m_splitter->setOrientation(sideBySide ? Qt::Horizontal : Qt::Vertical);
    m_detail->setFlat(!sideBySide);
    if (sideBySide)
        m_splitter->setSizes({width() - DetailWidth - 3 * metrics::Medium, DetailWidth});
}

void TopUpsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
    fitColumns();
}

} // namespace otpdesk
