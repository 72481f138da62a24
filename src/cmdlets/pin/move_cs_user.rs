//! `Move-CsUser`: homes users on another pool.

use super::cs_user::CsUser;
use super::desk_service::Desk;
use super::fault::refuse;
use super::user_id::{Among, UserId, accounts_for};
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Homes a user on another pool. His PIN goes with him, unless the move is forced, which leaves his data behind.
    ///
    /// ```powershell
    /// Move-CsUser -Identity "Pilar Ackerman" -Target redmond-cs-001.litwareinc.com
    /// "$((Get-CsUser "Pilar Ackerman").RegistrarPool)"
    /// # redmond-cs-001.litwareinc.com
    /// ```
    pub struct MoveCsUser: "Move-CsUser", should_process, module "Lync",
        class "Microsoft.Rtc.Management.AD.Cmdlets.MoveCsUserCmdlet";

    /// The user, in any form or as an object; a display name may contain *.
    param identity: UserId, mandatory, position 0, pipeline, by_name;
    /// The pool to move to.
    param target: Str, mandatory, position 1;
    /// Moves the account without its data: the PIN is lost.
    param force: Switch;
    /// Accepted for scripts that give it.
    param proxy_pool: Str;
    /// Accepted for scripts that give it.
    param move_conference_data: Switch;
    /// Accepted for scripts that give it.
    param ignore_backend_store_exception: Switch;
    /// Accepted for scripts that give it.
    param hosted_migration_override_url: Str;
    /// Accepted for scripts that give it: there is one directory.
    param domain_controller: Str;
    /// Accepted for scripts that give it.
    param credential: Value;
    /// Writes the user.
    param pass_thru: Switch;
}

impl Cmdlet for MoveCsUser {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        for account in accounts_for(cx, &desk, &self.identity, Among::Enabled)? {
            if !cx.should_process(account.label(), "Move-CsUser")? {
                continue;
            }
            match desk.change(|desk| desk.move_user(account.id, &self.target, *self.force)) {
                Ok(moved) => {
                    if moved.pin_lost {
                        let label = moved.account.label();
                        cx.warning(format!("The forced move has lost the PIN of \"{label}\". Set a new one."))?;
                    }
                    if *self.pass_thru {
                        cx.write(CsUser::user(moved.account))?;
                    }
                }
                Err(fault) => refuse(cx, &fault, account.label())?,
            }
        }
        Ok(())
    }
}
