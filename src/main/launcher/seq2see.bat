@echo off
rem Runs Seq2See on the first Java that is 25 or newer: JAVA_HOME, the JDK that built the program, the java of the PATH.
setlocal EnableExtensions DisableDelayedExpansion
set "home=%~dp0.."
set "java="

if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined java if exist "%home%\lib\built-with.txt" (
  for /f "usebackq delims=" %%j in ("%home%\lib\built-with.txt") do call :try "%%j\bin\java.exe"
)
if not defined java for %%j in (java.exe) do if not "%%~$PATH:j" == "" call :try "%%~$PATH:j"
if not defined java (
  echo seq2see: Java 25 or newer is needed and was found neither in JAVA_HOME nor on the PATH; install a JDK 25 or set JAVA_HOME to one 1>&2
  exit /b 2
)

"%java%" --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED -XX:G1PeriodicGCInterval=10000 -XX:MaxTenuringThreshold=1 -cp "%home%\lib\*" seq2see.cli.Main %*
exit /b %errorlevel%

rem Takes the java at the path given if it is new enough.
:try
if not exist "%~1" exit /b
set "version="
for /f "tokens=3" %%v in ('^""%~1" -version 2^>^&1 ^| findstr /c:" version "^"') do if not defined version set "version=%%~v"
if not defined version exit /b
for /f "delims=.-+" %%m in ("%version%") do if %%m GEQ 25 set "java=%~1"
exit /b
