package ai.callcenter.tenancy;

import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import java.util.function.Predicate;

/** What a caller expects of the present state, checked in the transaction that changes it. */
final class Expectation {
    private Expectation() {}

    static <T> void check(Predicate<? super T> expected, T present) {
        if (!expected.test(present)) {
            throw new TenancyException(ErrorCode.PRECONDITION_FAILED, "It changed since you read it; read it again.");
        }
    }
}
