package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.member.MemberFilter;
import ai.callcenter.tenancy.page.Page;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.text.SearchText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The members of a tenant, by e-mail. */
abstract class MemberListContract extends Contract {
    private final String at = "@" + unique() + ".example";
    private final Tenant acme =
            tenancy.tenants().create(HOST, NewTenant.named("Acme")).tenant();

    MemberListContract(Harness harness) {
        super(harness);
    }

    private void add(String local, Role role) {
        tenancy.members().add(HOST, acme.id(), new Email(local + at), role);
    }

    private List<String> list(@Nullable String text, @Nullable Role role) {
        MemberFilter filter = new MemberFilter(text == null ? null : SearchText.of(text), role);
        return tenancy.members().list(HOST, acme.id(), filter, ALL).items().stream()
                .map(member -> member.email().value().replace(at, ""))
                .toList();
    }

    @Test
    void areSortedByEmailInCodePointOrder() {
        for (String local : List.of("b", "a.b", "a-b", "a_b", "a", "ab", "a1", "{z", "~", "!")) {
            add(local, Role.VIEWER);
        }
        assertThat(list(null, null)).containsExactly("!", "a-b", "a.b", "a1", "a", "a_b", "ab", "b", "{z", "~");
    }

    @Test
    void areFilteredByRole() {
        add("v", Role.VIEWER);
        add("m", Role.MEMBER);
        add("a", Role.ADMIN);
        add("w", Role.VIEWER);
        assertThat(list(null, Role.VIEWER)).containsExactly("v", "w");
        assertThat(list(null, Role.MEMBER)).containsExactly("m");
        assertThat(list(null, Role.ADMIN)).containsExactly("a");
        assertThat(list("w", Role.VIEWER)).containsExactly("w");
        assertThat(list("w", Role.ADMIN)).isEmpty();
    }

    @Test
    void areSearchedLiterallyWhateverTheLetterCase() {
        for (String local : List.of("per%cent", "under_score", "ap'ostrophe", "plain")) {
            add(local, Role.VIEWER);
        }
        assertThat(list("%", null)).containsExactly("per%cent");
        assertThat(list("_", null)).containsExactly("under_score");
        assertThat(list("'", null)).containsExactly("ap'ostrophe");
        assertThat(list("\\", null)).isEmpty();
        assertThat(list("PLAIN@", null)).containsExactly("plain");
        assertThat(list(at, null)).hasSize(4);
    }

    @Test
    void areNamedWithBackslashAndOtherLettersToo() {
        Person bob = person("B\\b Größe");
        tenancy.members().add(HOST, acme.id(), bob.email(), Role.VIEWER);
        tenancy.tenants().switchTo(bob.caller(), acme.id());
        add("other", Role.VIEWER);
        assertThat(list("\\", null)).containsExactly(bob.email().value());
        assertThat(list("b\\B GRÖ", null)).containsExactly(bob.email().value());
    }

    @Test
    void comeInPages() {
        for (String local : List.of("e", "d", "c", "b", "a")) {
            add(local, Role.VIEWER);
        }
        Page<Member> page = tenancy.members().list(HOST, acme.id(), MemberFilter.ALL, PageRequest.first(2));
        Page<Member> next = tenancy.members().list(HOST, acme.id(), MemberFilter.ALL, new PageRequest(2, page.next()));
        Page<Member> last = tenancy.members().list(HOST, acme.id(), MemberFilter.ALL, new PageRequest(2, next.next()));
        assertThat(List.of(page, next, last))
                .extracting(p -> p.items().stream()
                        .map(member -> member.email().value().replace(at, ""))
                        .toList())
                .containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e"));
        assertThat(last.next()).isNull();
    }

    @Test
    void ofANewTenantAreNone() {
        assertThat(list(null, null)).isEmpty();
    }
}
