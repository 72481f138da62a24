//! `Get-CsAuditTrail`: who has done what, to whom and when.

use super::desk_service::Desk;
use super::fault::stop;
use super::moment::{instant, moment};
use super::xds::pattern;
use crate::cmdlets::prelude::*;
use crate::pin::Timestamp;
use crate::store::{AuditEntry, Predicate};
use crate::text::date::DateTime;
use crate::text::{CaseRule, Wildcard};
use crate::types::known::DATE_TIME;

/// How many records are read at a time.
const PAGE: usize = 1000;

cmdlet! {
    /// Returns the events of the audit trail, oldest first. Every change and every verification is one; none holds a PIN.
    ///
    /// ```powershell
    /// Lock-CsClientPin -Identity "Ken Myer"
    /// Get-CsAuditTrail -Identity kenmyer -Action LockPin | Select-Object Action, Identity, Outcome
    /// #
    /// # Action  Identity                   Outcome
    /// # ------  --------                   -------
    /// # LockPin sip:kenmyer@litwareinc.com Success
    /// #
    /// ```
    pub struct GetCsAuditTrail: "Get-CsAuditTrail", module "Lync",
        class "Pinsh.Commands.GetCsAuditTrailCommand", output "Pinsh.AuditEvent";

    /// Whom or what the events concern: a user in any form, or a pattern over the identities in the events.
    param identity: Str, position 0, pipeline, by_name;
    /// A pattern over the actions, such as *Pin.
    param action: Str;
    /// A pattern over the names of those who acted.
    param actor: Str;
    /// Only events at this time or later.
    param after: Value, ty &DATE_TIME;
}

/// What an event must be to be returned.
struct Wanted {
    identities: Vec<String>,
    identity: Option<Wildcard>,
    action: Option<Wildcard>,
    actor: Option<Wildcard>,
    after: Option<Timestamp>,
}

impl Wanted {
    fn fits(&self, entry: &AuditEntry) -> bool {
        let fits =
            |pattern: &Option<Wildcard>, text: &str| pattern.as_ref().is_none_or(|pattern| pattern.is_match(text));
        let named = self.identities.iter().any(|known| known.eq_ignore_ascii_case(&entry.identity));
        (named || fits(&self.identity, &entry.identity))
            && fits(&self.action, &entry.action)
            && fits(&self.actor, &entry.actor)
            && self.after.is_none_or(|after| entry.time >= after)
    }
}

impl GetCsAuditTrail {
    fn wanted(&self, cx: &mut Cx, desk: &Desk) -> Outcome<Wanted> {
        let mut given = |text: &Str| if text.trim().is_empty() { Ok(None) } else { pattern(cx, text).map(Some) };
        let (action, actor) = (given(&self.action)?, given(&self.actor)?);
        let accounts = desk.read(|desk| desk.find(&self.identity, &Predicate::always()));
        let accounts = accounts.map_err(|fault| stop(cx, &fault))?;
        let names = |found: &crate::store::Found| [found.account.label().to_string(), found.account.dn().to_string()];
        let identities: Vec<String> = accounts.iter().flat_map(names).collect();
        let identity = match self.identity.trim() {
            "" => None,
            text => Some(
                Wildcard::new(text, CaseRule::Insensitive)
                    .or_else(|_| Wildcard::new(&crate::text::wildcard::escape(text), CaseRule::Insensitive)),
            ),
        };
        let identity = identity.transpose().map_err(|fault| super::fault::bad_argument(cx, fault.to_string()))?;
        let after = self.after.downcast::<DateTime>().map(|time| instant(cx.session, *time));
        Ok(Wanted { identities, identity, action, actor, after })
    }
}

impl Cmdlet for GetCsAuditTrail {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        let wanted = self.wanted(cx, &desk)?;
        let mut last = 0;
        loop {
            let page = desk.read(|desk| desk.events(last, PAGE)).map_err(|fault| stop(cx, &fault))?;
            for record in &page {
                last = record.sequence;
                if wanted.fits(&record.entry) {
                    let event = event(cx.session, &record.entry);
                    cx.write(event)?;
                }
            }
            if page.len() < PAGE {
                return Ok(());
            }
        }
    }
}

fn event(env: &dyn Env, entry: &AuditEntry) -> Value {
    let text = |text: &str| Value::from(text);
    Value::typed_object(
        "Pinsh.AuditEvent",
        [
            ("Time", moment(env, entry.time)),
            ("Actor", text(&entry.actor)),
            ("Action", text(&entry.action)),
            ("Identity", text(&entry.identity)),
            ("Source", text(&entry.source)),
            ("Outcome", text(&entry.outcome)),
        ],
    )
}
