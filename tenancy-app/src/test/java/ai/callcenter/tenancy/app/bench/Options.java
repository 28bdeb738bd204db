package ai.callcenter.tenancy.app.bench;

/**
 * How much is measured.
 *
 * @param large whether 100,000 tenants are measured after the 1,000
 * @param noisy whether one tenant far beyond its limit is measured, and not the bare handler
 * @param seconds how long one load lasts
 * @param rounds how often each pair of loads is repeated
 * @param enumeration whether to ask for what there is and what there is not, in place of all else
 * @param embedded whether the library in a host's own process is measured, and no server
 */
record Options(boolean large, boolean noisy, int seconds, int rounds, boolean enumeration, boolean embedded) {
    static final String USAGE = """
            Usage: ./tenancy bench [--quick] [--large | --noisy-neighbour | --embedded] [--seconds N] [--rounds N]
                   ./tenancy bench --enumeration [--quick]

              --quick      2 seconds a load, 3 rounds; for a look
              --large      100,000 tenants after the 1,000, and how the cost grows
              --noisy-neighbour
                           what other tenants feel of one at 50 times its rate limit; exit code 1 when their p99 grows
                           by more than half, or one of theirs is refused
              --embedded   what isolation costs a service that has the library inside: its own table by hand-written SQL,
                           isolated, sealed, and with auto-commit; and a use case with and without a subscription
              --seconds N  how long one load lasts, 1 to 600; 5 where absent
              --rounds N   how often each pair of loads is repeated, 1 to 99; 5 where absent
              --enumeration  whether answers tell a stranger's tenant from none, or an e-mail with an account from one
                           without: by status, body or time
            """;

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException when something in it is wrong; the message says what
     */
    static Options parse(String... arguments) {
        boolean large = false;
        boolean noisy = false;
        boolean enumeration = false;
        boolean embedded = false;
        int seconds = 5;
        int rounds = 5;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--quick" -> {
                    seconds = 2;
                    rounds = 3;
                }
                case "--large" -> large = true;
                case "--noisy-neighbour" -> noisy = true;
                case "--enumeration" -> enumeration = true;
                case "--embedded" -> embedded = true;
                case "--seconds" -> seconds = number(arguments, i++, 600);
                case "--rounds" -> rounds = number(arguments, i++, 99);
                default -> throw new IllegalArgumentException("unknown option: " + arguments[i]);
            }
        }
        return new Options(large, noisy, seconds, rounds, enumeration, embedded);
    }

    /** How often each of a pair is asked for: 500 times a second of load, so 2,500 and with --quick 1,000. */
    int samples() {
        return 500 * seconds;
    }

    private static int number(String[] arguments, int option, int most) {
        String text = option + 1 < arguments.length ? arguments[option + 1] : "";
        if (text.matches("[0-9]{1,3}")) {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        }
        throw new IllegalArgumentException("%s needs a number of 1 to %d".formatted(arguments[option], most));
    }
}
