; The per-user installer: no administrator, nothing outside the user's own folders and registry.
; Given by build.py: VERSION, FROZEN (the folder to lay), OUT (this installer), ICON.
; Upgrading lays the new program over the old one; the user's drafts are never touched, not even by uninstalling.
; X64: a 64-bit installer, where NSIS has the parts for one (Debian's has; wine there runs no 32-bit programs).
!ifdef X64
Target amd64-unicode
!else
Unicode true
!endif
SetCompressor /SOLID lzma
SetCompressorDictSize 64
!include "MUI2.nsh"
!include "FileFunc.nsh"

!define NAME "法治报告助手"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\lawdraft"
!define FILE_KIND "lawdraft.draft"

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\lawdraft"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
RequestExecutionLevel user
ManifestDPIAware true
BrandingText "${NAME} ${VERSION}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} 安装程序"
VIAddVersionKey "CompanyName" "lawdraft"
VIAddVersionKey "LegalCopyright" "MIT 许可"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "将为当前用户安装${NAME} ${VERSION}，不需要管理员权限，也不需要联网。$\r$\n$\r$\n已有的草稿和设置都会保留。$\r$\n$\r$\n如果${NAME}正在运行，请先保存草稿并关闭它。"
!define MUI_FINISHPAGE_RUN "$INSTDIR\lawdraft.exe"
!define MUI_FINISHPAGE_RUN_TEXT "现在就打开${NAME}"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "将卸载${NAME}。您的草稿、设置和报告库都会保留。"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

; A running program holds its own file: renaming tells, and harms nothing.
!macro WaitUntilClosed ID
  again_${ID}:
  IfFileExists "$INSTDIR\lawdraft.exe" 0 closed_${ID}
  ClearErrors
  FileOpen $0 "$INSTDIR\lawdraft.exe" a
  IfErrors 0 free_${ID}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME}正在运行。请先保存草稿并关闭它，再点“重试”。" /SD IDCANCEL IDRETRY again_${ID}
    SetErrorLevel 2
    Quit
  free_${ID}:
  FileClose $0
  closed_${ID}:
!macroend

Section "install"
  !insertmacro WaitUntilClosed HERE
  SetOutPath "$INSTDIR"
  RMDir /r "$INSTDIR\_internal"
  ClearErrors
  File /r "${FROZEN}/*"
  IfErrors 0 +3
    MessageBox MB_OK|MB_ICONSTOP "文件没有写全，可能是磁盘已满。请清出一些空间再安装。" /SD IDOK
    Abort
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\lawdraft.exe" "" "$INSTDIR\lawdraft.exe" 0

  WriteRegStr HKCU "Software\Classes\.lawdraft" "" "${FILE_KIND}"
  WriteRegStr HKCU "Software\Classes\${FILE_KIND}" "" "法治政府建设年度报告草稿"
  WriteRegStr HKCU "Software\Classes\${FILE_KIND}\DefaultIcon" "" "$INSTDIR\lawdraft.exe,0"
  WriteRegStr HKCU "Software\Classes\${FILE_KIND}\shell\open\command" "" '"$INSTDIR\lawdraft.exe" "%1"'

  WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\lawdraft.exe"
  WriteRegStr HKCU "${KEY}" "Publisher" "lawdraft"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $0
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

; Only what was laid is taken away; a folder that holds anything else stays.
Section "Uninstall"
  !insertmacro WaitUntilClosed HERE
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\lawdraft.exe"
  Delete "$INSTDIR\lawdraft-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  RMDir /r "$LOCALAPPDATA\lawdraft\Cache"
  DeleteRegKey HKCU "${KEY}"
  ReadRegStr $0 HKCU "Software\Classes\.lawdraft" ""
  StrCmp $0 "${FILE_KIND}" 0 +2
    DeleteRegKey HKCU "Software\Classes\.lawdraft"
  DeleteRegKey HKCU "Software\Classes\${FILE_KIND}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
