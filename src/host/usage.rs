//! What the program says about itself: usage, help, banner, version.

/// How the program is called.
pub const USAGE: &str = "\
Usage: pinsh [options] [[-File] <script> [arguments]]
       pinsh [options] -Command { - | <text> ... }
       pinsh [options] -CommandWithArgs <text> [arguments]
       pinsh [options] -EncodedCommand <base64>
       pinsh -Version | -Help

Options: -NoProfile -NonInteractive -NoLogo -NoExit -Login -Interactive
         -WorkingDirectory <folder> -StorePath <file> -KeyFile <file>
         -ExecutionPolicy <policy> -InputFormat Text -OutputFormat Text

Names of options may be shortened; their case does not count.";

/// What each option does.
pub const HELP: &str = "

-File, -f <script> [arguments]
    Runs a script in the global scope and ends. Everything behind the name is
    the script's: words that start with a dash name parameters, -Name:$true and
    -Name:$false set switches. A dash instead of a name reads commands from
    standard input, with prompts.

-Command, -c <text>
    Runs the rest of the command line as one text and ends. The status is 1 when
    the last statement failed. A dash reads commands from standard input; each
    line runs as it is read, and a block of several lines ends with a blank one.

-CommandWithArgs, -cwa <text> [arguments]
    Like -Command with one text; the words behind it are in $args.

-EncodedCommand, -e, -ec <base64>
    Like -Command with a text in UTF-16 that is encoded in Base64.

-StorePath, -sto <file>
    The file that users, policies and PINs are kept in; otherwise what the
    environment variable PINSH_STORE says.

-KeyFile, -k <file>
    The file of the key that PINs are hashed with; otherwise PINSH_KEY_FILE.

-WorkingDirectory, -wd, -wo <folder>
    The folder to start in.

-NoProfile, -nop
    Does not run the profile, ~/.config/pinsh/profile.ps1.

-NonInteractive, -noni
    Never asks; what would ask fails instead.

-NoExit, -noe
    Stays at the prompt after a script or a command.

-NoLogo, -nol
    Leaves out the line with the version.

-Version, -v
    Shows the version and ends.

-Help, -h, -?
    Shows this and ends.
";

/// The program and its version.
pub const NAME_AND_VERSION: &str = concat!("pinsh ", env!("CARGO_PKG_VERSION"));
