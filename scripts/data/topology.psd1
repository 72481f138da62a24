@{
    SipDomains = 'litwareinc.com', 'contoso.com'
    Sites      = @(
        @{ Identity = 'Redmond'; DisplayName = 'Redmond'; Description = 'Head office' }
        @{ Identity = 'Paris'; DisplayName = 'Paris'; Description = 'European office' }
        @{ Identity = 'Dublin'; DisplayName = 'Dublin' }
    )
    Pools      = @(
        @{ Identity = 'atl-cs-001.litwareinc.com'; Site = 'Redmond'; BackupPool = 'redmond-cs-001.litwareinc.com' }
        @{ Identity = 'redmond-cs-001.litwareinc.com'; Site = 'Redmond' }
        @{
            Identity  = 'paris-cs-001.litwareinc.com'
            Site      = 'Paris'
            Computers = 'paris-fe-001.litwareinc.com', 'paris-fe-002.litwareinc.com'
        }
    )
}
