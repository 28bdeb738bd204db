package ai.callcenter.tenancy.http;

/**
 * What came of one request.
 *
 * @param allowed whether it is taken
 * @param remaining how many more are taken at once
 * @param retryNanos how long until one more is, in nanoseconds; 0 where this one is allowed
 * @param fullNanos how long until the whole limit is there again, in nanoseconds
 */
record Taken(boolean allowed, long remaining, long retryNanos, long fullNanos) {}
