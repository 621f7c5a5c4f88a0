#include "ui/purchase/newinboxdialog.h"

#include "models/text/format.h"
#include "ui/kit/iconengine.h"
#include "ui/kit/metrics.h"
#include "ui/kit/tablelook.h"
#include "ui/purchase/domainmodel.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace otpdesk {

using namespace Qt::StringLiterals;

NewInboxDialog::NewInboxDialog(QList<Account> accounts, ShopOf shopOf, SitesOf sitesOf, QWidget *parent)
    : QDialog(parent),
      m_accounts(std::move(accounts)),
      m_shopOf(std::move(shopOf)),
      m_sitesOf(std::move(sitesOf)),
      m_domains(new DomainModel(this))
{
    setObjectName(u"newInbox"_s);
    setWindowTitle(tr("New inbox"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::Large, metrics::Large, metrics::Large, metrics::Large);
    layout->setSpacing(metrics::Medium);
    layout->addWidget(makeChoices());
    layout->addWidget(makeTable(), 1);
    m_note = new QLabel;
    m_note->setObjectName(u"newInboxNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setMinimumHeight(2 * fontMetrics().lineSpacing());
    layout->addWidget(m_note);
    layout->addWidget(makeButtons());
    resize(fontMetrics().averageCharWidth() * 84, fontMetrics().lineSpacing() * 26);
    showAccount();
}

NewInboxDialog::~NewInboxDialog()
{
    // The rows go before the table does, and nobody is left to be told about it.
    m_table->selectionModel()->disconnect(this);
}

QWidget *NewInboxDialog::makeChoices()
{
    m_account = new QComboBox;
    m_account->setObjectName(u"inboxAccount"_s);
    m_account->setAccessibleName(tr("Account"));
    for (const Account &account : m_accounts)
        m_account->addItem(account.title);
    m_site = new QComboBox;
    m_site->setObjectName(u"inboxSite"_s);
    m_site->setAccessibleName(tr("Site"));
    m_site->setEditable(true);
    m_site->setInsertPolicy(QComboBox::NoInsert);
    m_site->setMaxVisibleItems(20);
    m_site->completer()->setCompletionMode(QCompleter::InlineCompletion); // the list is behind the arrow
    m_site->lineEdit()->setPlaceholderText(tr("where you will sign up, such as openai.com"));
    m_fetch = new QPushButton(tr("Show &domains"));
    m_fetch->setObjectName(u"showDomains"_s);
    m_fetch->setAccessibleName(tr("Show domains"));

    connect(m_account, &QComboBox::currentIndexChanged, this, &NewInboxDialog::showAccount);
    connect(m_site, &QComboBox::editTextChanged, this, &NewInboxDialog::outdate);
    connect(m_site, &QComboBox::activated, this, &NewInboxDialog::fetchDomains);
    connect(m_fetch, &QPushButton::clicked, this, &NewInboxDialog::fetchDomains);

    auto *site = new QHBoxLayout;
    site->setSpacing(metrics::Small);
    site->addWidget(m_site, 1);
    site->addWidget(m_fetch);
    auto *choices = new QWidget;
    auto *form = new QFormLayout(choices);
    form->setContentsMargins({});
    form->setHorizontalSpacing(metrics::Large);
    form->setVerticalSpacing(metrics::Small);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Account:"), m_account);
    auto *siteLabel = new QLabel(tr("S&ite:"));
    siteLabel->setBuddy(m_site);
    form->addRow(siteLabel, site);
    return choices;
}

QWidget *NewInboxDialog::makeTable()
{
    m_table = new QTableView;
    m_table->setObjectName(u"inboxDomains"_s);
    applyTableLook(*m_table, tr("Domains"));
    m_table->setModel(m_domains);
    makeSelectedCurrent(*m_table);
    QHeaderView *header = m_table->horizontalHeader();
    using Column = DomainModel::Column;
    for (const Column column : {Column::Price, Column::Stock, Column::SuccessRate, Column::CancelFee}) {
        const auto section = static_cast<int>(column);
        const QString title = m_domains->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
        const int words = qMax(m_table->fontMetrics().horizontalAdvance(title),
                               m_table->fontMetrics().horizontalAdvance(u"Rp 100,000"_s));
        header->resizeSection(section, words + 2 * metrics::Large);
    }
    header->setSectionResizeMode(static_cast<int>(Column::Domain), QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &NewInboxDialog::updateButtons);
    connect(m_domains, &QAbstractItemModel::dataChanged, this, &NewInboxDialog::updateButtons);
    connect(m_table, &QTableView::doubleClicked, this, &NewInboxDialog::choose);
    return m_table;
}

QWidget *NewInboxDialog::makeButtons()
{
    auto *box = new QDialogButtonBox;
    m_continue = box->addButton(tr("C&ontinue"), QDialogButtonBox::AcceptRole);
    m_continue->setObjectName(u"chooseInbox"_s);
    m_continue->setAccessibleName(tr("Continue"));
    m_continue->setIcon(icon(Icon::Cart));
    m_continue->setToolTip(tr("Check the price and confirm the purchase"));
    QPushButton *cancel = box->addButton(tr("&Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(u"cancelNewInbox"_s);
    cancel->setAccessibleName(tr("Cancel"));
    cancel->setIcon({});
    connect(m_continue, &QPushButton::clicked, this, &NewInboxDialog::choose);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    return box;
}

const NewInboxDialog::Account *NewInboxDialog::account() const
{
    const int index = m_account->currentIndex();
    return index < 0 ? nullptr : &m_accounts.at(index);
}

void NewInboxDialog::showAccount()
{
    const QString typed = m_site->currentText();
    m_site->clear();
    if (const Account *chosen = account())
        m_site->addItems(m_sitesOf(chosen->id));
    m_site->setEditText(typed);
    outdate();
    if (!account())
        note(tr("No account with a key sells inboxes. Add an OTPZap or OTPGet account."));
}

/// What is shown belongs to another site or account.
void NewInboxDialog::outdate()
{
    ++m_generation;
    m_fetching.clear();
    m_domains->setOffers({}, false);
    note(tr("Choose a suggested site or type another one, then show its domains."));
    updateButtons();
}

void NewInboxDialog::fetchDomains()
{
    const Account *chosen = account();
    Shop *shop = chosen ? m_shopOf(chosen->id) : nullptr;
    const QString site = m_site->currentText().trimmed();
    if (!shop || site.isEmpty())
        return;
    const auto shelf = shop->shelfOfSite(site);
    if (!shelf) {
        note(tr("“%1” is not a site. Type a domain such as openai.com.").arg(site));
        return;
    }
    const quint64 generation = ++m_generation;
    m_fetching = site;
    note(tr("Asking %1 for its domains…").arg(chosen->provider.name));
    updateButtons();
    whenEnded(shop->browse(*shelf, Priority::User), this,
              [this, generation](const std::optional<Result<ShelfPage>> &page) {
                  if (generation != m_generation)
                      return;
                  ApiError gone;
                  gone.kind = ErrorKind::Canceled; // the account got another key, say
                  takeDomains(page.value_or(Result<ShelfPage>(gone)));
              });
}

void NewInboxDialog::takeDomains(const Result<ShelfPage> &page)
{
    m_fetching.clear();
    if (!page.ok()) {
        note(format::error(page.error(), account()->provider.name));
        updateButtons();
        return;
    }
    const bool several = account()->provider.terms(OfferKind::Email).takesOptions;
    m_domains->setOffers(page->offers, several);
    if (page->offers.isEmpty())
        note(tr("No domain is available for this site at the moment. Try again later."));
    else if (several)
        note(tr("Select a domain, or tick several: then whichever has an address is taken."));
    else
        note(tr("Select a domain."));
    if (m_domains->rowCount() > 0) {
        m_table->selectRow(0);
        m_table->setFocus();
    }
    updateButtons();
}

void NewInboxDialog::updateButtons()
{
    QStringList ticked;
    for (const Offer &offer : m_domains->ticked())
        ticked.append(offer.variant);
    if (ticked.size() == 1)
        note(tr("%1 will be asked for.").arg(ticked.first()));
    else if (!ticked.isEmpty())
        note(tr("%1: whichever has an address is taken.").arg(ticked.join(u", "_s)));
    const bool ready = m_table->selectionModel()->hasSelection() || !ticked.isEmpty();
    m_continue->setEnabled(ready);
    m_continue->setDefault(ready);
    m_fetch->setDefault(!ready);
    m_fetch->setEnabled(account() && m_fetching.isEmpty());
}

void NewInboxDialog::note(const QString &text)
{
    m_note->setText(text);
    m_note->setAccessibleName(text);
}

void NewInboxDialog::choose()
{
    if (!m_continue->isEnabled())
        return;
    m_continue->setEnabled(false);
    const QList<Offer> ticked = m_domains->ticked();
    PurchaseOptions options;
    if (ticked.size() > 1) {
        for (const Offer &offer : ticked)
            options.domains.append(offer.variantId);
    }
    const Offer offer = ticked.isEmpty() ? m_domains->offerAt(m_table->currentIndex().row()) : ticked.first();
    const QString accountId = account()->id;
    accept(); // first: one dialog follows the other
    Q_EMIT chosen(accountId, offer, options);
}

} // namespace otpdesk
