// A poster for stories: a drawing, so that it needs no request.

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 450" preserveAspectRatio="xMidYMid slice">
<defs>
<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#20304a"/><stop offset=".55" stop-color="#a4576a"/><stop offset="1" stop-color="#f0a868"/></linearGradient>
<radialGradient id="sun"><stop offset="0" stop-color="#ffe6b8"/><stop offset=".6" stop-color="#ffc97e"/><stop offset="1" stop-color="#ffc97e" stop-opacity="0"/></radialGradient>
</defs>
<rect width="800" height="450" fill="url(#sky)"/>
<circle cx="560" cy="235" r="150" fill="url(#sun)"/>
<path d="M0 300 150 215 262 276 402 190 560 290 688 232 800 296V450H0z" fill="#5d3a56"/>
<path d="M0 352 190 282 330 338 520 300 800 372V450H0z" fill="#3a2742"/>
<path d="M0 398c160-34 300-22 420 4s260 18 380-8V450H0z" fill="#221a30"/>
</svg>`;

export const POSTER = `data:image/svg+xml,${encodeURIComponent(SVG.replaceAll('\n', ''))}`;
