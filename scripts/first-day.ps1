<#
.SYNOPSIS
    The first day with pinsh: from an empty store to users who can dial in.
.DESCRIPTION
    Publishes the topology, makes the organizational units and the users, enables them, sets, shows, locks and unlocks
    PINs, and prints what an administrator would look at. Everything comes from two files that can be edited: the topology
    (topology.psd1) and the people (users.csv). It can be run again; what is there already is left as it is.
.PARAMETER Data
    The folder of the two files.
.PARAMETER PinList
    A file to write the generated PINs to, for handing them out; without it they are not kept anywhere.
.EXAMPLE
    pinsh -NoProfile -File scripts/first-day.ps1
#>
[CmdletBinding()]
param(
    [string] $Data = "$PSScriptRoot/data",
    [string] $PinList
)

$ErrorActionPreference = 'Stop'
$domain = 'DC=litwareinc,DC=com'

Write-Host '1. The topology'
Publish-CsTopology -FileName "$Data/topology.psd1"
Get-CsPool | Format-Table -Property Identity, Site, Computers

Write-Host '2. Organizational units and users'
$people = Import-Csv "$Data/users.csv"
foreach ($unit in 'North America', 'Finance', 'Sales', 'Marketing', 'Engineering', 'Human Resources', 'Information Technology') {
    if (-not (Get-ADOrganizationalUnit -Filter 'Name -eq $unit' -SearchBase $domain -SearchScope OneLevel)) {
        New-ADOrganizationalUnit -Name $unit -Path $domain
    }
}
if (-not (Get-ADOrganizationalUnit -Filter "Name -eq 'Finance'" -SearchBase "OU=North America,$domain" -SearchScope OneLevel)) {
    New-ADOrganizationalUnit -Name Finance -Path "OU=North America,$domain"
}
$known = Get-ADUser -Filter * | ForEach-Object { $_.SamAccountName }
$people | Where-Object { $known -notcontains $_.SamAccountName } | New-ADUser -Enabled $true
Get-CsAdUser | Group-Object -Property Department | Sort-Object -Property Name |
    Format-Table -Property Name, Count

Write-Host '3. Users of the product'
foreach ($person in $people) {
    $user = Get-CsAdUser -Identity $person.UserPrincipalName
    if ($null -eq $user.Enabled) {
        Enable-CsUser -Identity $person.UserPrincipalName -RegistrarPool $person.RegistrarPool -SipAddress $person.SipAddress
        Set-CsUser -Identity $person.SipAddress -LineURI $person.LineUri -EnterpriseVoiceEnabled $true
    }
}
Get-CsUser | Group-Object -Property RegistrarPool | Sort-Object -Property Name | Format-Table -Property Name, Count

Write-Host '4. A PIN policy for Finance'
if (-not (Get-CsPinPolicy -Filter 'tag:FinancePinPolicy')) {
    $null = New-CsPinPolicy -Identity FinancePinPolicy -Description 'Longer PINs for Finance' -MinPasswordLength 7 `
        -PINHistoryCount 5 -PINLifetime 90 -Strict $true
}
Get-CsUser -LdapFilter 'Department=Finance' | Grant-CsPinPolicy -PolicyName FinancePinPolicy
Get-CsPinPolicy | Format-Table -Property Identity, MinPasswordLength, PINHistoryCount, PINLifetime, AllowCommonPatterns

Write-Host '5. PINs'
$pins = Get-CsUser | Get-CsClientPinInfo | Where-Object { $_.IsPinSet -eq $false } | Set-CsClientPin
if ($PinList -and $pins) {
    # Nobody else may read the file, not even while it is written.
    $null = New-Item -Path $PinList -ItemType File -Force
    chmod 600 $PinList
    $pins | Export-Csv -Path $PinList -NoTypeInformation
    Write-Warning "$PinList holds PINs in clear. Remove it when they have been handed out."
}
Set-CsClientPin -Identity 'Ken Myer' -Pin 18723834
Get-CsClientPinInfo -Identity 'Ken Myer' | Format-List

Write-Host '6. A lost phone: lock, look, unlock'
Lock-CsClientPin -Identity 'Pilar Ackerman'
Get-CsClientPinInfo -Identity 'Pilar Ackerman' | Format-List -Property Identity, IsLockedOut, LockReason
Unlock-CsClientPin -Identity 'Pilar Ackerman'

Write-Host '7. What to look at'
$state = Get-CsUser | Get-CsClientPinInfo
[pscustomobject]@{
    Users   = @($state).Count
    WithPin = @($state | Where-Object IsPinSet).Count
    Locked  = @($state | Where-Object IsLockedOut).Count
    Expire  = @($state | Where-Object { $null -ne $_.PinExpirationTime }).Count
} | Format-List
$state | Where-Object { $null -ne $_.PinExpirationTime } | Sort-Object -Property PinExpirationTime, Identity |
    Select-Object -First 5 | Format-Table -Property Identity, PinExpirationTime, EffectivePolicy
