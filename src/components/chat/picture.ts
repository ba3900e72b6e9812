// Which picture addresses of strangers a page may load.

/** The address, if it is one of a picture: http(s), an inline image, or a blob of this page. Nothing relative. */
export function pictureUrl(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const { protocol, pathname, origin, href } = new URL(address);
  const isAllowed =
    protocol === 'https:' ||
    protocol === 'http:' ||
    (protocol === 'data:' && pathname.startsWith('image/')) ||
    (protocol === 'blob:' && origin === location.origin);
  return isAllowed ? href : undefined;
}
