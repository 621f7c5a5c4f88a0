#pragma once

#include "providers/provider.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace otpdesk {

class DomainModel;

/// Asks for an inbox: at which account, for which site, at which domain or domains. The provider's
/// suggestions for the site can be chosen, any other be typed.
class NewInboxDialog : public QDialog
{
    Q_OBJECT

public:
    struct Account
    {
        QString id;
        QString title;
        ProviderInfo provider;
    };
    using ShopOf = std::function<Shop *(const QString &accountId)>;
    using SitesOf = std::function<QStringList(const QString &accountId)>;

    NewInboxDialog(QList<Account> accounts, ShopOf shopOf, SitesOf sitesOf, QWidget *parent = nullptr);
    ~NewInboxDialog() override;

Q_SIGNALS:
    /// Once at most: the offer to begin with, and what else was wished for.
    void chosen(const QString &accountId, const otpdesk::Offer &offer,
                const otpdesk::PurchaseOptions &options);

private:
    QWidget *makeChoices();
    QWidget *makeTable();
    QWidget *makeButtons();
    const Account *account() const;
    void showAccount();
    void fetchDomains();
    void takeDomains(const Result<ShelfPage> &page);
    void outdate();
    /// The one place that decides whether it can go on.
    void updateButtons();
    void note(const QString &text);
    void choose();

    const QList<Account> m_accounts;
    const ShopOf m_shopOf;
    const SitesOf m_sitesOf;
    DomainModel *m_domains;
    quint64 m_generation = 0;
    QString m_fetching; ///< the site whose domains are being fetched; empty: none

    QComboBox *m_account = nullptr;
    QComboBox *m_site = nullptr;
    QPushButton *m_fetch = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_continue = nullptr;
};

} // namespace otpdesk
