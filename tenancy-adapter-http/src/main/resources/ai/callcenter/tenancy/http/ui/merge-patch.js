const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (object, key) => (isObject(object) && Object.hasOwn(object, key) ? object[key] : undefined);

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * A merge patch (RFC 7396) that makes one JSON value of another. What is the same is not named, so that nothing is lost of
 * what JavaScript cannot hold, such as long numbers.
 */
export function mergePatch(wanted, present) {
  if (!isObject(wanted) || !isObject(present)) {
    return wanted;
  }
  const changed = Object.entries(wanted)
    .filter(([key, value]) => !same(value, own(present, key)))
    .map(([key, value]) => [key, mergePatch(value, own(present, key))]);
  const gone = Object.keys(present).filter((key) => !Object.hasOwn(wanted, key));
  return Object.fromEntries([...changed, ...gone.map((key) => [key, null])]);
}

/** Whether a member is to become null, which a merge patch cannot say: there it removes. */
export function addsNull(wanted, present) {
  return (
    isObject(wanted) &&
    Object.entries(wanted).some(
      ([key, value]) => !same(value, own(present, key)) && (value === null || addsNull(value, own(present, key))),
    )
  );
}
