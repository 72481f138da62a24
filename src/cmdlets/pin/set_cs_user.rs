//! `Set-CsUser`: changes what the product keeps of a user.

use super::cs_user::CsUser;
use super::desk_service::Desk;
use super::fault::{bad_argument, refuse};
use super::user_id::{Among, UserId, accounts_for};
use crate::cmdlets::prelude::*;
use crate::store::{Attribute, Datum};

cmdlet! {
    /// Changes a user's settings: his number, his address, whether he is enabled. `-Enabled $False` disables him for a time
    /// and keeps everything; Disable-CsUser takes all away.
    ///
    /// ```powershell
    /// Set-CsUser -Identity "Pilar Ackerman" -LineUri "tel:+12065551210;ext=51210" -EnterpriseVoiceEnabled $True
    /// (Get-CsUser "Pilar Ackerman").LineURI
    /// # tel:+12065551210;ext=51210
    /// ```
    pub struct SetCsUser: "Set-CsUser", should_process, module "Lync",
        class "Microsoft.Rtc.Management.AD.Cmdlets.SetCsUserCmdlet";

    /// The user, in any form or as an object; a display name may contain *.
    param identity: UserId, mandatory, position 0, pipeline, by_name;
    /// Whether the user may use the product.
    param enabled: Option<bool>, alias "CsEnabled";
    /// The address, with sip: and one of the SIP domains.
    param sip_address: Option<Str>, allow_null, allow_empty_string;
    /// The number, as in tel:+14255551219;ext=51219; $null clears it.
    param line_uri: Option<Str>, name "LineURI", allow_null, allow_empty_string;
    /// A second number that the directory does not show.
    param private_line: Option<Str>, allow_null, allow_empty_string;
    /// The gateway to the user's telephone for remote call control, with sip:.
    param line_server_uri: Option<Str>, name "LineServerURI", allow_null, allow_empty_string;
    /// Whether the user telephones through the product.
    param enterprise_voice_enabled: Option<bool>;
    /// Whether sound and pictures are off; excludes the three ways to telephone.
    param audio_video_disabled: Option<bool>;
    /// Whether the user controls his telephone from his computer; needs LineURI and LineServerURI.
    param remote_call_control_telephony_enabled: Option<bool>;
    /// Whether voice mail is with a hosted service.
    param hosted_voice_mail: Option<bool>;
    /// Where conversations are archived.
    param exchange_archiving_policy: Option<Str>,
        choices &["Uninitialized", "UseLyncArchivingPolicy", "ArchivingToExchange", "NoArchiving"];
    /// Data of an audio conferencing provider.
    param acp_info: Option<Str>, allow_null, allow_empty_string;
    /// Accepted for scripts that give it: there is one directory.
    param domain_controller: Str;
    /// Writes the user.
    param pass_thru: Switch;
}

impl SetCsUser {
    /// The attributes that were given, `None` to clear one.
    fn changes(&self, cx: &Cx) -> Vec<(Attribute, Option<Datum>)> {
        let mut changes = Vec::new();
        let texts = [
            ("SipAddress", Attribute::SipAddress, &self.sip_address),
            ("LineURI", Attribute::LineUri, &self.line_uri),
            ("PrivateLine", Attribute::PrivateLine, &self.private_line),
            ("LineServerURI", Attribute::LineServerUri, &self.line_server_uri),
            ("ExchangeArchivingPolicy", Attribute::ExchangeArchivingPolicy, &self.exchange_archiving_policy),
            ("AcpInfo", Attribute::AcpInfo, &self.acp_info),
        ];
        for (parameter, attribute, text) in texts {
            if cx.is_bound(parameter) {
                changes.push((attribute, text.as_ref().map(|text| Datum::from(text.as_str()))));
            }
        }
        let flags = [
            (Attribute::Enabled, self.enabled),
            (Attribute::EnterpriseVoiceEnabled, self.enterprise_voice_enabled),
            (Attribute::AudioVideoDisabled, self.audio_video_disabled),
            (Attribute::RemoteCallControlTelephonyEnabled, self.remote_call_control_telephony_enabled),
            (Attribute::HostedVoiceMail, self.hosted_voice_mail),
        ];
        let given = flags.into_iter().filter_map(|(attribute, flag)| Some((attribute, Some(Datum::from(flag?)))));
        changes.extend(given);
        changes
    }
}

impl Cmdlet for SetCsUser {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        let changes = self.changes(cx);
        if changes.is_empty() && !*self.pass_thru {
            return Err(bad_argument(
                cx,
                "Nothing to change: give at least one setting, such as -LineURI or -Enabled.",
            ));
        }
        for account in accounts_for(cx, &desk, &self.identity, Among::EnabledUsers)? {
            if !cx.should_process(account.label(), "Set-CsUser")? {
                continue;
            }
            match desk.change(|desk| desk.set_product(account.id, &changes)) {
                Ok((account, warnings)) => {
                    for warning in warnings {
                        cx.warning(warning)?;
                    }
                    if *self.pass_thru {
                        cx.write(CsUser::user(account))?;
                    }
                }
                Err(fault) => refuse(cx, &fault, account.label())?,
            }
        }
        Ok(())
    }
}
