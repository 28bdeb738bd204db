package ai.callcenter.tenancy.http;

import java.util.List;

/** The adapter refuses a request. Has no stack trace: anybody can cause one, as often as they like. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    static Refusal invalid(InputError error) {
        return new Refusal(Problem.invalid(List.of(error)));
    }

    static Refusal parameter(String name, String message) {
        return invalid(InputError.parameter(name, message));
    }

    Problem problem() {
        return problem;
    }
}
