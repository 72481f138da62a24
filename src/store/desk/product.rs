//! Users of the product: enabling, changing, disabling and moving them.

use super::{DeskFault, PinDesk};
use crate::pin::PinState;
use crate::store::key::line_parts;
use crate::store::topology::is_host_name;
use crate::store::{ATTRIBUTES, Account, AccountId, Attribute, Datum, Key, Topology, fold};

/// Where an enabled user's SIP address comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// As given.
    Given(String),
    /// `sip:First.Last@domain`.
    FirstLastName { domain: String },
    /// The e-mail address; with a domain, that one in its place.
    EmailAddress { domain: Option<String> },
    /// The UPN; with a domain, that one in its place.
    UserPrincipalName { domain: Option<String> },
    /// `sip:SamAccountName@domain`.
    SamAccountName { domain: String },
}

/// What enabling did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enabled {
    pub account: Account,
    /// The user was enabled on this pool before; nothing was changed.
    pub already: bool,
}

/// What moving did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    pub account: Account,
    /// The user had a PIN, which the forced move has lost.
    pub pin_lost: bool,
}

/// Attributes that [`PinDesk::set_product`] changes.
const CHANGEABLE: &[Attribute] = &[
    Attribute::SipAddress,
    Attribute::Enabled,
    Attribute::LineUri,
    Attribute::PrivateLine,
    Attribute::LineServerUri,
    Attribute::DisplayNumber,
    Attribute::EnterpriseVoiceEnabled,
    Attribute::AudioVideoDisabled,
    Attribute::RemoteCallControlTelephonyEnabled,
    Attribute::IpPbxSoftPhoneRoutingEnabled,
    Attribute::HostedVoiceMail,
    Attribute::ExUmEnabled,
    Attribute::ExchangeArchivingPolicy,
    Attribute::EnabledForFederation,
    Attribute::EnabledForInternetAccess,
    Attribute::EnabledForRichPresence,
    Attribute::PublicNetworkEnabled,
    Attribute::AcpInfo,
];

/// The values of ExchangeArchivingPolicy.
const ARCHIVING: &[&str] = &["Uninitialized", "UseLyncArchivingPolicy", "ArchivingToExchange", "NoArchiving"];

impl PinDesk {
    /// Enables an account for the product on a pool. No PIN is made.
    ///
    /// # Errors
    /// The pool does not exist, the address is malformed or taken, or the user is enabled on another pool.
    pub fn enable(&mut self, id: AccountId, pool: &str, address: &Address) -> Result<Enabled, DeskFault> {
        self.unit(|desk| {
            let mut account = desk.account(id)?;
            let topology = desk.store.topology()?;
            let pool = topology.pool(pool).ok_or_else(|| DeskFault::UnknownPool(pool.into()))?.identity.clone();
            if account.is_in_product() {
                return match account.text(Attribute::RegistrarPool) {
                    Some(present) if fold(present) == fold(&pool) => Ok(Enabled { account, already: true }),
                    Some(_) => Err(DeskFault::MoveByEnable),
                    None => {
                        account.put(Attribute::RegistrarPool, pool);
                        desk.keep(&mut account, "EnableUser")?;
                        Ok(Enabled { account, already: false })
                    }
                };
            }
            let address = sip_address(&account, address)?;
            account.put(Attribute::SipAddress, check_sip_address(&address, &topology)?);
            account.put(Attribute::RegistrarPool, pool);
            account.put(Attribute::Enabled, true);
            for attribute in [
                Attribute::EnterpriseVoiceEnabled,
                Attribute::AudioVideoDisabled,
                Attribute::RemoteCallControlTelephonyEnabled,
                Attribute::IpPbxSoftPhoneRoutingEnabled,
                Attribute::ExUmEnabled,
                Attribute::EnabledForFederation,
                Attribute::EnabledForInternetAccess,
                Attribute::PublicNetworkEnabled,
            ] {
                account.put(attribute, false);
            }
            account.put(Attribute::EnabledForRichPresence, true);
            account.put(Attribute::ExchangeArchivingPolicy, "Uninitialized");
            account.put(Attribute::HostingProvider, "SRV:");
            desk.keep(&mut account, "EnableUser")?;
            let state = PinState::enabled_at(desk.now());
            desk.store.put_pin(id, &state)?;
            Ok(Enabled { account, already: false })
        })
    }

    /// Changes attributes of the product; `None` or an empty text clears one. Warnings come back beside the account.
    ///
    /// # Errors
    /// The account is not enabled, a value is malformed or taken, or the result would contradict itself.
    pub fn set_product(
        &mut self,
        id: AccountId,
        attributes: &[(Attribute, Option<Datum>)],
    ) -> Result<(Account, Vec<String>), DeskFault> {
        self.unit(|desk| {
            let mut account = desk.account(id)?;
            if !account.is_in_product() {
                return Err(DeskFault::NotEnabled(account.dn().into()));
            }
            let topology = desk.store.topology()?;
            for (attribute, value) in attributes {
                let value = check_value(*attribute, value.as_ref(), &topology)?;
                account.set(*attribute, value);
            }
            check_together(&account)?;
            let numbers = [Attribute::LineUri, Attribute::PrivateLine];
            let mut warnings = Vec::new();
            if attributes.iter().any(|(attribute, _)| numbers.contains(attribute)) {
                desk.check_lines(&account)?;
                warnings.extend(desk.shared_extension(&account)?);
            }
            desk.keep(&mut account, "SetUser")?;
            Ok((account, warnings))
        })
    }

    /// Takes everything of the product from the account: attributes, policies, PIN and history.
    ///
    /// # Errors
    /// The account is not enabled.
    pub fn disable(&mut self, id: AccountId) -> Result<Account, DeskFault> {
        self.unit(|desk| {
            let mut account = desk.account(id)?;
            if !account.is_in_product() {
                return Err(DeskFault::NotEnabled(account.dn().into()));
            }
            let label = account.label().to_string();
            for row in ATTRIBUTES.iter().filter(|row| row.attribute >= Attribute::SipAddress) {
                account.set(row.attribute, None);
            }
            account.put(Attribute::WhenChanged, desk.now());
            desk.store.update_account(&account)?;
            desk.store.remove_pin(id)?;
            desk.done("DisableUser", &label)?;
            Ok(account)
        })
    }

    /// Homes a user on another pool. His PIN goes with him unless the move is forced.
    ///
    /// # Errors
    /// The account is not enabled, or the pool does not exist.
    pub fn move_user(&mut self, id: AccountId, pool: &str, force: bool) -> Result<Moved, DeskFault> {
        self.unit(|desk| {
            let mut account = desk.account(id)?;
            if !account.is_in_product() {
                return Err(DeskFault::NotEnabled(account.dn().into()));
            }
            let topology = desk.store.topology()?;
            let pool = topology.pool(pool).ok_or_else(|| DeskFault::UnknownPool(pool.into()))?;
            account.put(Attribute::RegistrarPool, pool.identity.as_str());
            desk.keep(&mut account, "MoveUser")?;
            let mut pin_lost = false;
            if force {
                pin_lost = desk.store.pin(id)?.credential.is_some();
                desk.store.remove_pin(id)?;
                let state = PinState::enabled_at(desk.now());
                desk.store.put_pin(id, &state)?;
            }
            Ok(Moved { account, pin_lost })
        })
    }

    /// Sees that nobody else has one of the account's numbers.
    fn check_lines(&self, account: &Account) -> Result<(), DeskFault> {
        let lines = [account.text(Attribute::LineUri), account.text(Attribute::PrivateLine)];
        for line in lines.into_iter().flatten() {
            for key in [Key::LineUri, Key::PrivateLine] {
                let holders = self.store.accounts_by_key(key, &fold(line))?;
                if let Some(holder) = holders.iter().find(|holder| holder.id != account.id) {
                    return Err(DeskFault::LineInUse { line: line.into(), holder: holder.label().into() });
                }
            }
        }
        match lines {
            [Some(line), Some(private)] if fold(line) == fold(private) => {
                Err(DeskFault::LineInUse { line: line.into(), holder: account.label().into() })
            }
            _ => Ok(()),
        }
    }

    /// A warning when others with a PIN share the account's extension: whether the PINs differ cannot be known.
    fn shared_extension(&self, account: &Account) -> Result<Option<String>, DeskFault> {
        let Some(extension) = Key::Extension.of(account) else { return Ok(None) };
        if self.store.pin(account.id)?.credential.is_none() {
            return Ok(None);
        }
        for other in self.store.accounts_by_key(Key::Extension, &extension)? {
            if other.id != account.id && self.store.pin(other.id)?.credential.is_some() {
                return Ok(Some(format!(
                    "The extension {extension} of \"{}\" is also that of \"{}\". If both have the same PIN, neither can be \
                     verified by extension; set a new PIN to be sure.",
                    account.label(),
                    other.label()
                )));
            }
        }
        Ok(None)
    }
}

/// The address that an account gets.
fn sip_address(account: &Account, address: &Address) -> Result<String, DeskFault> {
    let needed = |attribute: Attribute| {
        let missing =
            || DeskFault::invalid(attribute, "", "the account has none, so that no SIP address can be made of it.");
        account.text(attribute).ok_or_else(missing)
    };
    let at = |local: &str, domain: &Option<String>| match (local.split_once('@'), domain) {
        (Some((local, _)), Some(domain)) => format!("sip:{local}@{domain}"),
        _ => format!("sip:{local}"),
    };
    Ok(match address {
        Address::Given(address) => address.trim().to_string(),
        Address::FirstLastName { domain } => {
            let (first, last) = (needed(Attribute::GivenName)?, needed(Attribute::Surname)?);
            let local: String = format!("{first}.{last}").chars().filter(|c| !c.is_whitespace()).collect();
            format!("sip:{local}@{domain}")
        }
        Address::EmailAddress { domain } => at(needed(Attribute::EmailAddress)?, domain),
        Address::UserPrincipalName { domain } => at(needed(Attribute::UserPrincipalName)?, domain),
        Address::SamAccountName { domain } => format!("sip:{}@{domain}", needed(Attribute::SamAccountName)?),
    })
}

/// The address with `sip:` in small letters.
fn check_sip_address(address: &str, topology: &Topology) -> Result<String, DeskFault> {
    let invalid = |why: String| DeskFault::invalid(Attribute::SipAddress, address, why);
    let prefixed = address.get(..4).is_some_and(|prefix| prefix.eq_ignore_ascii_case("sip:"));
    let bare = address.get(4..).filter(|_| prefixed).ok_or_else(|| invalid("it must begin with \"sip:\".".into()))?;
    let (local, domain) = bare.split_once('@').ok_or_else(|| invalid("the domain is missing.".into()))?;
    let good = |c: char| c.is_alphanumeric() || "-_.!~*'()&=+$,/%".contains(c);
    if local.is_empty() || !local.chars().all(good) || !is_host_name(domain) {
        return Err(invalid("it must have the form sip:user@domain.".into()));
    }
    if !topology.has_sip_domain(domain) {
        return Err(invalid(format!(
            "\"{domain}\" is not one of the SIP domains ({}).",
            topology.sip_domains.join(", ")
        )));
    }
    Ok(format!("sip:{bare}"))
}

/// The line with `tel:` in small letters.
fn check_line(attribute: Attribute, line: &str) -> Result<String, DeskFault> {
    let invalid = |why: &str| DeskFault::invalid(attribute, line, why);
    let prefixed = line.get(..4).is_some_and(|prefix| prefix.eq_ignore_ascii_case("tel:"));
    if !prefixed {
        return Err(invalid("it must begin with \"tel:\", as in tel:+14255551219;ext=51219."));
    }
    let (number, extension) = line_parts(line);
    let digits = number.strip_prefix('+').unwrap_or(&number);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(invalid(
            "after \"tel:\" there must be a number of digits without separators, as in tel:+14255551219.",
        ));
    }
    let parameters = line.matches(';').count();
    match extension {
        None if parameters == 0 => Ok(format!("tel:{number}")),
        Some(extension) if parameters == 1 && extension.bytes().all(|b| b.is_ascii_digit()) => {
            Ok(format!("tel:{number};ext={extension}"))
        }
        _ => Err(invalid("the extension must have the form ;ext=51219.")),
    }
}

fn check_value(attribute: Attribute, value: Option<&Datum>, topology: &Topology) -> Result<Option<Datum>, DeskFault> {
    let shown = value.map(ToString::to_string).unwrap_or_default();
    if !CHANGEABLE.contains(&attribute) {
        return Err(DeskFault::invalid(attribute, &shown, "it cannot be set here."));
    }
    let text = match value {
        Some(Datum::Text(text)) if !text.trim().is_empty() => text.trim(),
        Some(Datum::Text(_)) | None => "",
        Some(other) => return Ok(Some(other.clone())),
    };
    match attribute {
        Attribute::SipAddress => Ok(Some(check_sip_address(text, topology)?.into())),
        Attribute::Enabled => Err(DeskFault::invalid(attribute, text, "it must be true or false.")),
        _ if text.is_empty() => Ok(None),
        Attribute::LineUri | Attribute::PrivateLine => Ok(Some(check_line(attribute, text)?.into())),
        Attribute::LineServerUri if !fold(text).starts_with("sip:") => {
            Err(DeskFault::invalid(attribute, text, "it must begin with \"sip:\"."))
        }
        Attribute::ExchangeArchivingPolicy => {
            let known = ARCHIVING.iter().find(|known| known.eq_ignore_ascii_case(text));
            let known = known.ok_or_else(|| {
                DeskFault::invalid(attribute, text, format!("it must be one of {}.", ARCHIVING.join(", ")))
            });
            Ok(Some(Datum::from(*known?)))
        }
        _ => Ok(Some(text.into())),
    }
}

/// Refuses settings that exclude each other.
fn check_together(account: &Account) -> Result<(), DeskFault> {
    let on = |attribute| account.flag(attribute) == Some(true);
    if on(Attribute::AudioVideoDisabled) {
        let rivals = [
            Attribute::EnterpriseVoiceEnabled,
            Attribute::RemoteCallControlTelephonyEnabled,
            Attribute::IpPbxSoftPhoneRoutingEnabled,
        ];
        if let Some(rival) = rivals.into_iter().find(|rival| on(*rival)) {
            let rival = rival.name();
            return Err(DeskFault::Conflict(format!("AudioVideoDisabled cannot be True while {rival} is True.")));
        }
    }
    if on(Attribute::RemoteCallControlTelephonyEnabled) {
        for needed in [Attribute::LineUri, Attribute::LineServerUri] {
            if account.get(needed).is_none() {
                let needed = needed.name();
                return Err(DeskFault::Conflict(format!("RemoteCallControlTelephonyEnabled requires {needed}.")));
            }
        }
    }
    Ok(())
}
