package ai.callcenter.tenancy.tenant;

import ai.callcenter.tenancy.error.TenancyException;

/**
 * How many members a tenant may have: 1 to {@value #MAX}.
 *
 * @param value the number of seats
 */
public record SeatLimit(int value) {
    /** The most seats. */
    public static final int MAX = 1_000_000;

    /**
     * Checks the number.
     *
     * @throws TenancyException {@code invalid_input}
     */
    public SeatLimit {
        if (value < 1 || value > MAX) {
            throw TenancyException.invalid("max_users must be from 1 to " + MAX);
        }
    }
}
