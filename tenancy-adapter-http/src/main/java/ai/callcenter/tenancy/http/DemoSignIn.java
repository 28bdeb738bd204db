package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.http.token.TokenIssuer;
import java.util.List;
import java.util.function.Function;

/**
 * People whom anybody may be who reaches the server, to look at what it does. It is answered on this machine alone: to
 * requests that name a loopback host and that no proxy handed on.
 *
 * @param people who they are, in the order to show
 * @param issue makes an identity token of one of them
 */
public record DemoSignIn(List<Person> people, Function<Email, TokenIssuer.Issued> issue) {
    public DemoSignIn {
        people = List.copyOf(people);
    }

    /**
     * One of them.
     *
     * @param email as whom to sign in
     * @param about what there is to see as that person, in a few words
     */
    public record Person(Email email, String about) {}
}
