// Which picture addresses of strangers a page may load.

const RASTER = /^image\/(?:png|jpeg|gif|webp|avif)[;,]/i;

/**
 * The address, if it is one of a picture: http(s), an inline raster image, or a blob of this page. Nothing relative: what a
 * stranger says is not about this page. No inline SVG: it runs no script as a picture, but can keep the page busy for ever.
 */
export function pictureUrl(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const { protocol, pathname, origin, href } = new URL(address);
  const isAllowed =
    protocol === 'https:' ||
    protocol === 'http:' ||
    (protocol === 'data:' && RASTER.test(pathname)) ||
    (protocol === 'blob:' && origin === location.origin);
  return isAllowed ? href : undefined;
}
