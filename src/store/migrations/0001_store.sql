-- The first form of the store. Columns of account follow the attribute table; key_* columns hold what look-ups compare.

CREATE TABLE meta (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE unit (
    path TEXT PRIMARY KEY NOT NULL,
    guid TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('Domain', 'Container', 'OrganizationalUnit')),
    dn TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT,
    protected INTEGER NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE account (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    object_class TEXT,
    guid TEXT,
    sid TEXT,
    name TEXT,
    distinguished_name TEXT,
    display_name TEXT,
    given_name TEXT,
    surname TEXT,
    initials TEXT,
    sam_account_name TEXT,
    user_principal_name TEXT,
    email_address TEXT,
    description TEXT,
    department TEXT,
    title TEXT,
    company TEXT,
    office TEXT,
    street_address TEXT,
    city TEXT,
    state TEXT,
    postal_code TEXT,
    country TEXT,
    office_phone TEXT,
    mobile_phone TEXT,
    home_phone TEXT,
    pager TEXT,
    fax TEXT,
    ip_phone TEXT,
    manager TEXT,
    employee_id TEXT,
    employee_number TEXT,
    user_account_control INTEGER,
    protected INTEGER,
    when_created INTEGER,
    when_changed INTEGER,
    sip_address TEXT,
    enabled INTEGER,
    registrar_pool TEXT,
    target_registrar_pool TEXT,
    line_uri TEXT,
    private_line TEXT,
    line_server_uri TEXT,
    display_number TEXT,
    enterprise_voice_enabled INTEGER,
    audio_video_disabled INTEGER,
    remote_call_control_telephony_enabled INTEGER,
    ip_pbx_soft_phone_routing_enabled INTEGER,
    hosted_voice_mail INTEGER,
    ex_um_enabled INTEGER,
    enabled_for_federation INTEGER,
    enabled_for_internet_access INTEGER,
    enabled_for_rich_presence INTEGER,
    public_network_enabled INTEGER,
    exchange_archiving_policy TEXT,
    acp_info TEXT,
    hosting_provider TEXT,
    archiving_policy TEXT,
    call_via_work_policy TEXT,
    client_policy TEXT,
    client_version_policy TEXT,
    conferencing_policy TEXT,
    dial_plan TEXT,
    external_access_policy TEXT,
    hosted_voicemail_policy TEXT,
    ip_phone_policy TEXT,
    location_policy TEXT,
    mobility_policy TEXT,
    persistent_chat_policy TEXT,
    pin_policy TEXT,
    presence_policy TEXT,
    third_party_video_system_policy TEXT,
    user_services_policy TEXT,
    voice_policy TEXT,
    voice_routing_policy TEXT,
    key_guid TEXT,
    key_sid TEXT,
    key_sam_account_name TEXT,
    key_user_principal_name TEXT,
    key_sip_address TEXT,
    key_path TEXT,
    key_name TEXT,
    key_display_name TEXT,
    key_line_uri TEXT,
    key_private_line TEXT,
    key_number TEXT,
    key_extension TEXT,
    key_registrar_pool TEXT
);

CREATE UNIQUE INDEX account_guid ON account (key_guid) WHERE key_guid IS NOT NULL;
CREATE UNIQUE INDEX account_sid ON account (key_sid) WHERE key_sid IS NOT NULL;
CREATE UNIQUE INDEX account_sam_account_name ON account (key_sam_account_name) WHERE key_sam_account_name IS NOT NULL;
CREATE UNIQUE INDEX account_user_principal_name ON account (key_user_principal_name) WHERE key_user_principal_name IS NOT NULL;
CREATE UNIQUE INDEX account_sip_address ON account (key_sip_address) WHERE key_sip_address IS NOT NULL;
CREATE UNIQUE INDEX account_path ON account (key_path) WHERE key_path IS NOT NULL;
CREATE INDEX account_name ON account (key_name) WHERE key_name IS NOT NULL;
CREATE INDEX account_display_name ON account (key_display_name) WHERE key_display_name IS NOT NULL;
CREATE INDEX account_line_uri ON account (key_line_uri) WHERE key_line_uri IS NOT NULL;
CREATE INDEX account_private_line ON account (key_private_line) WHERE key_private_line IS NOT NULL;
CREATE INDEX account_number ON account (key_number) WHERE key_number IS NOT NULL;
CREATE INDEX account_extension ON account (key_extension) WHERE key_extension IS NOT NULL;
CREATE INDEX account_registrar_pool ON account (key_registrar_pool) WHERE key_registrar_pool IS NOT NULL;

CREATE TABLE pin (
    account INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    hash TEXT,
    length INTEGER,
    changed INTEGER,
    local_failures INTEGER NOT NULL,
    local_since INTEGER,
    local_until INTEGER,
    global_failures INTEGER NOT NULL,
    hold TEXT CHECK (hold IN ('System', 'Administrator')),
    verified INTEGER,
    CHECK ((hash IS NULL) = (length IS NULL))
);

CREATE TABLE pin_history (
    account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (account, position)
) WITHOUT ROWID;

CREATE TABLE pin_policy (
    key TEXT PRIMARY KEY NOT NULL,
    identity TEXT NOT NULL,
    description TEXT,
    min_length INTEGER NOT NULL,
    history_count INTEGER NOT NULL,
    allow_common_patterns INTEGER NOT NULL,
    lifetime_days INTEGER NOT NULL,
    max_attempts INTEGER,
    strict INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE sip_domain (
    position INTEGER PRIMARY KEY,
    name TEXT NOT NULL
);

CREATE TABLE site (
    position INTEGER PRIMARY KEY,
    identity TEXT NOT NULL,
    display_name TEXT NOT NULL,
    description TEXT
);

CREATE TABLE pool (
    position INTEGER PRIMARY KEY,
    identity TEXT NOT NULL,
    display_name TEXT NOT NULL,
    site TEXT NOT NULL,
    backup_pool TEXT
);

CREATE TABLE computer (
    pool INTEGER NOT NULL REFERENCES pool (position) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    identity TEXT NOT NULL,
    PRIMARY KEY (pool, position)
) WITHOUT ROWID;

CREATE TABLE document (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    identity TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, key)
) WITHOUT ROWID;

CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY,
    time INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    identity TEXT NOT NULL,
    source TEXT NOT NULL,
    outcome TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
);
