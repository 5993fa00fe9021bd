@echo off
rem Mo trang camket. Lan dau cai tu thu muc nay, khong can mang.
rem   mo-camket.bat [THU_MUC_LAM_VIEC]
chcp 65001 >nul
setlocal
set "HERE=%~dp0"
set "PLACE=%HERE%moi-truong"
set "FOLDER=%HERE%du-lieu"
if not "%~1"=="" set "FOLDER=%~1"
rem A folder that was moved or copied from another machine may hold an environment that no longer runs.
if exist "%PLACE%\camket-@version@" "%PLACE%\Scripts\python.exe" -c "import camket" >nul 2>nul && goto open

set "PYTHON="
py -@python@ -c "import sys" >nul 2>nul && set "PYTHON=py -@python@"
if not defined PYTHON python -c "import sys; sys.exit('%%d.%%d' %% sys.version_info[:2] != '@python@')" >nul 2>nul && set "PYTHON=python"
if defined PYTHON goto install
for %%i in ("%HERE%python-@python@*.exe") do (
  echo Đang cài Python @python@ cho người dùng này...
  "%%i" /passive InstallAllUsers=0 Include_launcher=1 Include_test=0
)
rem The new Python is not yet on the path of this window.
if exist "%LOCALAPPDATA%\Programs\Python\Python@short@\python.exe" set PYTHON="%LOCALAPPDATA%\Programs\Python\Python@short@\python.exe"
if not defined PYTHON (
  echo Cần Python @python@ trên máy này. Hãy chép bộ cài python-@python@.x-amd64.exe của python.org vào thư mục này rồi mở lại.
  pause
  exit /b 2
)

:install
echo Đang cài camket @version@ (chỉ lần đầu, vài phút)...
if exist "%PLACE%" rmdir /s /q "%PLACE%"
%PYTHON% -m venv "%PLACE%" || goto failed
"%PLACE%\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check --no-cache-dir --no-index --find-links "%HERE%wheels" "camket[web]==@version@" || goto failed
type nul > "%PLACE%\camket-@version@"

:open
if not exist "%FOLDER%" mkdir "%FOLDER%"
"%PLACE%\Scripts\python.exe" -m camket serve "%FOLDER%"
if errorlevel 1 pause
exit /b

:failed
echo Không cài được. Hãy chụp màn hình này gửi người quản trị.
pause
exit /b 2
