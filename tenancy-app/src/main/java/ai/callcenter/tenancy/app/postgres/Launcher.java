package ai.callcenter.tenancy.app.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * How PostgreSQL's programs are run here: not as root, which they refuse; outside the terminal's process group, so that
 * Ctrl-C reaches the server alone and it can finish its requests first; and never for longer than this process lives.
 *
 * @param user the words before a command that make it run as another user than root
 * @param uid who then owns the files that it makes
 * @param session the words before a command that give it a session of its own
 * @param diesWithParent whether {@code session} makes the kernel send it SIGINT when the thread that started it ends;
 *     else a {@link Watchdog} is needed
 */
record Launcher(List<String> user, long uid, List<String> session, boolean diesWithParent) {
    /** Root's ways to be somebody else; file ownership stays as it is in the first. */
    private static final List<Launcher> AS_ROOT = List.of(
            as(0, "unshare", "-U"),
            // Containers forbid the first as a rule. The capability opens root's own folders; without the
            // bit, access(2), by which initdb finds its programs, would not see it.
            as(
                    65534,
                    "setpriv",
                    "--reuid=65534",
                    "--regid=65534",
                    "--clear-groups",
                    "--securebits=+no_setuid_fixup",
                    "--inh-caps=+dac_override",
                    "--ambient-caps=+dac_override"));

    private static final List<Launcher> SESSIONS = List.of(
            session(true, "setpriv", "--pdeathsig=INT", "setsid"),
            session(false, "setsid"),
            // macOS has neither, and Perl always.
            session(false, "perl", "-e", "use POSIX; POSIX::setsid(); exec {$ARGV[0]} @ARGV or die $!"),
            session(false));

    /**
     * The first way that works on this machine, tried with {@code program --version}.
     *
     * @param allowed which ways to consider
     * @throws EmbeddedPostgresException when none works
     */
    static Launcher find(Path program, Predicate<Launcher> allowed) {
        long uid = new UnixSystem().getUid();
        var refusals = new ArrayList<String>();
        for (Launcher user : uid == 0 ? AS_ROOT : List.of(as(uid))) {
            for (Launcher session : SESSIONS) {
                var launcher = new Launcher(user.user, user.uid, session.session, session.diesWithParent);
                if (!allowed.test(launcher)) {
                    continue;
                }
                try {
                    Command.run(launcher.command(program, "--version"));
                    return launcher;
                } catch (IOException e) {
                    refusals.add(String.valueOf(e.getMessage()));
                }
            }
        }
        String what = uid == 0
                ? "PostgreSQL refuses to run as root, and neither 'unshare -U' nor 'setpriv --reuid' works here. "
                        + "Run the server as another user"
                : "The PostgreSQL that the server brings along does not run here. Install what it misses";
        throw new EmbeddedPostgresException(
                what + ", or set TENANCY_DB_URL to a PostgreSQL of your own.\n" + String.join("\n", refusals));
    }

    /** The command that runs a program of PostgreSQL to its end or for good. */
    List<String> command(Path program, String... arguments) {
        var words = new ArrayList<>(user);
        words.addAll(session);
        words.add(program.toString());
        words.addAll(List.of(arguments));
        return words;
    }

    private static Launcher as(long uid, String... words) {
        return new Launcher(List.of(words), uid, List.of(), false);
    }

    private static Launcher session(boolean diesWithParent, String... words) {
        return new Launcher(List.of(), 0, List.of(words), diesWithParent);
    }
}
