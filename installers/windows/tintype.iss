; Inno Setup 6: iscc /DVersion=0.1.0 /DDist=dist installers\windows\tintype.iss
; Installs for one person, without an administrator; removes all of it again, but nothing that the person made.

#ifndef Version
  #error Say which version: /DVersion=...
#endif
#ifndef Dist
  #define Dist "..\..\dist"
#endif

[Setup]
AppId={{6C1C1F5B-6C0E-4F0B-9A4C-7D1F2B6E51A7}
AppName=Tintype
AppVersion={#Version}
AppPublisher=Tintype contributors
DefaultDirName={autopf}\Tintype
DefaultGroupName=Tintype
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
LicenseFile=..\..\LICENSE
OutputDir={#Dist}
OutputBaseFilename=tintype-{#Version}-setup
UninstallDisplayIcon={app}\tintype-window.exe

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[CustomMessages]
en.OpenVerb=Open in Tintype
de.OpenVerb=In Tintype öffnen
en.NaturalVerb=Colour beside the photo
de.NaturalVerb=Neben dem Foto kolorieren

[Files]
Source: "{#Dist}\tintype\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{autoprograms}\Tintype"; Filename: "{app}\tintype-window.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.tintype"; ValueType: string; ValueData: "Tintype.Preset"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Tintype.Preset"; ValueType: string; ValueData: "Tintype preset"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Tintype.Preset\shell\open\command"; ValueType: string; ValueData: """{app}\tintype-window.exe"" ""%1"""
; "Open with" for photographs; what opens them by itself stays as it is.
Root: HKA; Subkey: "Software\Classes\Applications\tintype-window.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "Tintype"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\tintype-window.exe\shell\open\command"; ValueType: string; ValueData: """{app}\tintype-window.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\Applications\tintype-window.exe\SupportedTypes"; ValueType: string; ValueName: ".jpg"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\tintype-window.exe\SupportedTypes"; ValueType: string; ValueName: ".jpeg"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\tintype-window.exe\SupportedTypes"; ValueType: string; ValueName: ".png"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\tintype-window.exe\SupportedTypes"; ValueType: string; ValueName: ".tif"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\tintype-window.exe\SupportedTypes"; ValueType: string; ValueName: ".tiff"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\tintype-window.exe\SupportedTypes"; ValueType: string; ValueName: ".webp"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\tintype-window.exe\SupportedTypes"; ValueType: string; ValueName: ".heic"; ValueData: ""
; The context menu of pictures: open in the window, or colour at once beside the photograph.
Root: HKA; Subkey: "Software\Classes\SystemFileAssociations\image\shell\Tintype"; ValueType: string; ValueName: "MUIVerb"; ValueData: "{cm:OpenVerb}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\SystemFileAssociations\image\shell\Tintype"; ValueType: string; ValueName: "Icon"; ValueData: "{app}\tintype-window.exe"
Root: HKA; Subkey: "Software\Classes\SystemFileAssociations\image\shell\Tintype\command"; ValueType: string; ValueData: """{app}\tintype-window.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\SystemFileAssociations\image\shell\Tintype.Natural"; ValueType: string; ValueName: "MUIVerb"; ValueData: "{cm:NaturalVerb}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\SystemFileAssociations\image\shell\Tintype.Natural"; ValueType: string; ValueName: "Icon"; ValueData: "{app}\tintype-window.exe"
Root: HKA; Subkey: "Software\Classes\SystemFileAssociations\image\shell\Tintype.Natural\command"; ValueType: string; ValueData: """{app}\tintype-window.exe"" colorize --model auto ""%1"""

[Run]
Filename: "{app}\tintype-window.exe"; Description: "{cm:LaunchProgram,Tintype}"; Flags: nowait postinstall skipifsilent
