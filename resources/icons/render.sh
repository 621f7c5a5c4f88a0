#!/bin/sh
# Renders the PNGs the application carries from the SVG drawings beside this script. For maintainers, after a
# drawing changed; needs rsvg-convert. Qt Svg is not part of qtbase, so the application itself reads no SVG.
set -eu
cd "$(dirname "$0")"
mkdir -p png
for drawing in *.svg; do
    name=${drawing%.svg}
    [ "$name" = app ] && continue
    rsvg-convert -w 24 -h 24 -o "png/$name.png" "$drawing"
    rsvg-convert -w 48 -h 48 -o "png/$name@2x.png" "$drawing"
    rsvg-convert -w 72 -h 72 -o "png/$name@3x.png" "$drawing"
done
for size in 16 22 24 32 48 64 128 256; do
    rsvg-convert -w $size -h $size -o "png/app-$size.png" app.svg
done

{
    echo '<RCC>'
    echo '  <qresource prefix="/otpdesk">'
    for picture in png/*.png; do
        echo "    <file alias=\"icons/${picture#png/}\">icons/$picture</file>"
    done
    echo '  </qresource>'
    echo '</RCC>'
} > ../icons.qrc
