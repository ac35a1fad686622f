/**
 * Returns whether a registered URL covers this one. Auth0 allows `*` for one label of a subdomain, and `{organization_name}`:
 * https://auth0.com/docs/get-started/applications/wildcards-for-subdomains
 * @example covers('https://*.acme.example', 'https://app.acme.example') // true
 */
export function covers(registered: string, url: string): boolean {
  const escaped = registered
    .replaceAll(/\*|\{organization_name\}/g, '\0')
    .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('\0', '[^./]+');
  return new RegExp(`^${escaped}$`).test(url);
}
