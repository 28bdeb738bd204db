import { TenancyError } from './tenancy-error.js';

/** A template with its values; a filter that is null, undefined or empty is left out. */
export function address(template, path, query) {
  const filled = template.replace(/\{(\w+)\}/g, (_, name) => segment(name, path[name]));
  const filters = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return filters.length === 0 ? filled : `${filled}?${new URLSearchParams(filters)}`;
}

/** A part of a path. Dots alone would lead elsewhere, and nothing at all to the list. */
function segment(name, value) {
  if (typeof value !== 'string' || /^\.{0,2}$/.test(value)) {
    throw new TenancyError(`“${value}” is no ${name}.`, { code: 'invalid_input' });
  }
  return encodeURIComponent(value);
}
