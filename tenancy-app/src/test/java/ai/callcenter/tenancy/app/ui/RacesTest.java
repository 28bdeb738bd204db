package ai.callcenter.tenancy.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers that come late, out of order or not at all, to the modules themselves, in a browser. */
class RacesTest {
    @RegisterExtension
    static final Console CONSOLE = new Console();

    @Test
    void whoHasSignedOutStaysSoThoughASwitchIsAnswered() {
        assertThat(result("""
                const api = new TenancyApi({ token: token('a'), fetch });
                const switching = api.switchTenant('b');
                const request = await asked('POST /tenants/b/switch');
                api.session = {};
                request.answer(200, switched('b'));
                await switching;
                return api.session.token;
                """)).isNull();
    }

    @Test
    void aRefreshTokenIsSpentBeforeItIsSent() {
        assertThat(result("""
                const api = new TenancyApi({ fetch });
                const told = [];
                api.session = { token: token('a'), expiresAt: soon(), refreshToken: 'once' };
                api.onSession = (session) => told.push(session.refreshToken);
                const call = api.getMe();
                const request = await asked('POST /token/refresh');
                const before = [...told];
                request.answer(200, switched('a', { refresh_token: 'next', refresh_expires_at: inAnHour() }));
                (await asked('GET /me')).answer(200, {});
                await call;
                return [before, told];
                """)).asString().isEqualTo("[[null], [null, next]]");
    }

    @Test
    void oneThatMayHaveArrivedIsNotSentAgain() {
        assertThat(result("""
                const api = new TenancyApi({ fetch });
                api.session = { token: token('a'), expiresAt: soon(), refreshToken: 'once' };
                const first = api.getMe();
                (await asked('POST /token/refresh')).lose();
                (await asked('GET /me')).answer(200, {});
                await first;
                const second = api.getMe();
                (await asked('POST /tenants/a/switch')).answer(200, switched('a', { refresh_token: 'other', refresh_expires_at: inAnHour() }));
                (await asked('GET /me')).answer(200, {});
                await second;
                return api.session.refreshToken;
                """)).isEqualTo("other");
    }

    /** Of which a user has ten in a tenant: the eleventh ends the first, which may be another tab's. */
    @Test
    void comingBackOpensNoOtherSession() {
        assertThat(result("""
                const bodies = [];
                const api = new TenancyApi({ fetch: (url, request) => (bodies.push(request.body ?? null), fetch(url, request)) });
                api.session = { token: token(null) };
                for (const id of ['a', 'b', 'a']) {
                  const switching = api.switchTenant(id, { refresh: true });
                  const first = JSON.parse(bodies.at(-1))?.refresh;
                  (await asked(`POST /tenants/${id}/switch`))
                    .answer(200, switched(id, first ? { refresh_token: `of ${id}`, refresh_expires_at: inAnHour() } : {}));
                  await switching;
                }
                return [...bodies.map((body) => body !== null), api.session.refreshToken];
                """)).isEqualTo(list(true, true, false, "of a"));
    }

    @Test
    void callsAtTheSameTimeShareARefresh() {
        assertThat(result("""
                const api = new TenancyApi({ fetch });
                api.session = { token: token('a'), expiresAt: soon(), refreshToken: 'once' };
                const calls = [api.getMe(), api.getMe(), api.getTenantInfo('a')];
                (await asked('POST /token/refresh')).answer(200, switched('a', { refresh_token: 'next', refresh_expires_at: inAnHour() }));
                for (const what of ['GET /me', 'GET /me', 'GET /tenants/a']) {
                  (await asked(what)).answer(200, {});
                }
                await Promise.all(calls);
                return requests.length;
                """)).isEqualTo(0L);
    }

    @Test
    void ofSeveralSwitchesTheLastOneCounts() {
        assertThat(result("""
                const made = await session();
                const first = made.switchTenant('b').catch((error) => error.code);
                const slow = await asked('POST /tenants/b/switch');
                const last = made.switchTenant('c');
                slow.answer(200, switched('b'));
                (await asked('POST /tenants/c/switch')).answer(200, switched('c'));
                await last;
                return [await first, made.state.tenant.id, made.heading, made.state.error];
                """)).isEqualTo(list("superseded", "c", "c", null));
    }

    @Test
    void whereTheLastOneFailsNothingIsShownThatTheTokenIsNotFor() {
        assertThat(result("""
                const made = await session();
                const first = made.switchTenant('b').catch((error) => error.code);
                const slow = await asked('POST /tenants/b/switch');
                const back = made.switchTenant('a').catch((error) => error.code);
                slow.answer(200, switched('b'));
                (await asked('POST /tenants/a/switch')).lose();
                const ends = [await first, await back];
                await later();
                return [...ends, made.state.tenant, made.state.loading];
                """)).isEqualTo(list("superseded", "unreachable", null, false));
    }

    @Test
    void aSaveThatIsAnsweredLateDoesNotBringTheTenantBack() {
        assertThat(result("""
                const made = await session();
                const saving = made.updateTenant({ name: 'New' });
                const slow = await asked('PATCH /tenants/a');
                const switching = made.switchTenant('b');
                (await asked('POST /tenants/b/switch')).answer(200, switched('b'));
                await switching;
                slow.answer(200, { ...tenant('a'), name: 'New' });
                (await asked('GET /tenants')).answer(200, list('a', 'b'));
                await saving;
                return made.state.tenant.name;
                """)).isEqualTo("Tenant b");
    }

    @Test
    void whatWasMadeIsMadeThoughTheListDoesNotLoad() {
        assertThat(result("""
                const made = await session();
                const making = made.createTenant({ name: 'D' });
                (await asked('POST /tenants')).answer(201, tenant('d'));
                (await asked('GET /tenants')).lose();
                (await asked('POST /tenants/d/switch')).lose();
                return (await making).id;
                """)).isEqualTo("d");
    }

    private static List<@Nullable Object> list(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    /** What a scenario returns, or why it fails. */
    private static @Nullable Object result(String scenario) {
        Tab page = CONSOLE.browser().tab().open(CONSOLE.page(""));
        return page.runAsync("const done = arguments[arguments.length - 1];\n(async () => {\n"
                + Script.read("/ai/callcenter/tenancy/app/ui/races.js") + scenario
                + "\n})().then(done, (error) => done(String(error)));");
    }
}
