<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>CloseGuard</name>
    <message numerus="yes">
        <source>%n photos are still to be exported.</source>
        <translation>
            <numerusform>%n photo is still to be exported.</numerusform>
            <numerusform>%n photos are still to be exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message numerus="yes">
        <source>%n films to colour</source>
        <translation>
            <numerusform>%n film to colour</numerusform>
            <numerusform>%n films to colour</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>and in %n more folders</source>
        <translation>
            <numerusform>and in %n more folder</numerusform>
            <numerusform>and in %n more folders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilmExport</name>
    <message numerus="yes">
        <source>There are %n films in the folder.</source>
        <translation>
            <numerusform>There is %n film in the folder.</numerusform>
            <numerusform>There are %n films in the folder.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilmstripActions</name>
    <message numerus="yes">
        <source>%n photos have this look now.</source>
        <translation>
            <numerusform>%n photo has this look now.</numerusform>
            <numerusform>%n photos have this look now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderMessages</name>
    <message numerus="yes">
        <source>%n results in the folder were left out.</source>
        <translation>
            <numerusform>%n result in the folder was left out.</numerusform>
            <numerusform>%n results in the folder were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LookClipboard</name>
    <message numerus="yes">
        <source>Apply look to %n photos</source>
        <translation>
            <numerusform>Apply look to %n photo</numerusform>
            <numerusform>Apply look to %n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LookField</name>
    <message numerus="yes">
        <source>%n photos get</source>
        <translation>
            <numerusform>%n photo gets</numerusform>
            <numerusform>%n photos get</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecoveryPrompts</name>
    <message numerus="yes">
        <source>%n pasted pictures from earlier are still here.</source>
        <translation>
            <numerusform>%n pasted picture from earlier is still here.</numerusform>
            <numerusform>%n pasted pictures from earlier are still here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WelcomeScreen</name>
    <message numerus="yes">
        <source>Open the last %n photos again</source>
        <translation>
            <numerusform>Open the last %n photo again</numerusform>
            <numerusform>Open the last %n photos again</numerusform>
        </translation>
    </message>
</context>
</TS>
