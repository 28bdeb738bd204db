package ai.callcenter.tenancy.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessValuesTest {
    private static final Email ANA = new Email("ana@acme.example");

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TenancyException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_INPUT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.c",
                "Ana@Acme.Example",
                "ana+tag@acme.example",
                "a.n.a@acme.example",
                "o'neil@acme.example",
                "!#$%&'*+/=?^_`{|}~-@acme.example",
                "1@2.a",
                "ana@sub.acme.example",
                "a@xn--fa-hia.de"
            })
    void anEmailIsFoldedToLowerCaseAndNothingElse(String text) {
        assertThat(new Email(text).value()).isEqualTo(text.toLowerCase(Locale.ROOT));
    }

    @Test
    void dotsAndTagsTellEmailsApart() {
        assertThat(new Email("a.b@acme.example")).isNotEqualTo(new Email("ab@acme.example"));
        assertThat(new Email("a+b@acme.example")).isNotEqualTo(new Email("a@acme.example"));
        assertThat(new Email("ANA@ACME.example")).isEqualTo(ANA).hasToString("ana@acme.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "ana",
                "ana@",
                "@acme.example",
                "ana@acme",
                "ana@@acme.example",
                "a@b@c.d",
                ".ana@acme.example",
                "ana.@acme.example",
                "a..b@acme.example",
                "an a@acme.example",
                " ana@acme.example",
                "ana@acme.example ",
                "ana@acme.example\n",
                "\"ana\"@acme.example",
                "ana@[127.0.0.1]",
                "ana@127.0.0.1",
                "ana@acme.example.",
                "ana@-a.b",
                "ana,bob@acme.example",
                "ana(comment)@acme.example",
                "ana;@acme.example",
                "<ana@acme.example>",
                "ana\\@acme.example",
                "änä@acme.example",
                "ana@äcme.example",
                "\u212A@acme.example",
                "ana\u0000@acme.example",
                "ana@acme.exa\u0000mple"
            })
    void anEmailIsNothingElse(String text) {
        refused(() -> new Email(text));
    }

    @Test
    void anEmailIsBounded() {
        String local = "x".repeat(64);
        String domain = "y".repeat(63) + "." + "y".repeat(63) + "." + "z".repeat(61);
        assertThat(new Email(local + "@" + domain).value()).hasSize(254);
        refused(() -> new Email(local + "@" + domain + "z"));
        refused(() -> new Email("x".repeat(65) + "@acme.example"));
        refused(() -> new Email("a.".repeat(100_000) + "@acme.example"));
    }

    private static Identity identity(String issuer, String subject, @Nullable String name) {
        return new Identity(issuer, subject, ANA, true, name);
    }

    @Test
    void anIdentityHasAnIssuerAndASubject() {
        assertThat(identity("i".repeat(255), "s".repeat(255), null).subject()).hasSize(255);
        for (String bad : new String[] {"", " ", "x".repeat(256), "a\nb", "a\u0000", "\uD800"}) {
            refused(() -> identity(bad, "subject", null));
            refused(() -> identity("issuer", bad, null));
        }
    }

    @Test
    void aNameThatCannotBeKeptIsNone() {
        assertThat(identity("i", "s", " Ana \uD83D\uDE00 ").name()).isEqualTo("Ana \uD83D\uDE00");
        assertThat(identity("i", "s", "\uD83D\uDE00".repeat(200)).name()).hasSize(400);
        for (String bad : new String[] {"", "  ", "\n", "a\nb", "a\u0000b", "\uD800", "x".repeat(201)}) {
            assertThat(identity("i", "s", bad).name()).isNull();
        }
    }

    @Test
    void aHostHasAReason() {
        assertThat(Caller.host(" nightly job ").reason()).isEqualTo("nightly job");
        for (String bad : new String[] {"", " ", "a\nb", "x".repeat(201)}) {
            refused(() -> Caller.host(bad));
        }
    }

    @Test
    void rolesAreOrderedAndReadByTheirExactNames() {
        assertThat(Role.ADMIN.atLeast(Role.MEMBER) && Role.MEMBER.atLeast(Role.VIEWER))
                .isTrue();
        assertThat(Role.VIEWER.atLeast(Role.VIEWER)).isTrue();
        assertThat(Role.VIEWER.atLeast(Role.MEMBER) || Role.MEMBER.atLeast(Role.ADMIN))
                .isFalse();
        for (Role role : Role.values()) {
            assertThat(Role.parse(role.wire())).isEqualTo(role);
        }
        refused(() -> Role.parse("Admin"));
        refused(() -> Role.parse("owner"));
    }
}
