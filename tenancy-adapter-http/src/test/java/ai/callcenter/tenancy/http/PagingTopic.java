package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists come in pages. */
interface PagingTopic extends ApiTopic {
    /** All values of a field, page by page. */
    private List<String> walk(String token, String path, int limit, String field) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            Reply page = api().get(token, path + "limit=" + limit + cursor);
            assertThat(page.items(field).size()).isBetween(1, limit);
            all.addAll(page.items(field));
            JsonNode next = page.json().get("next_cursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asText();
        } while (!cursor.isEmpty());
        return all;
    }

    @Test
    default void thePagesOfAListAreTheList() {
        Api.Room room = api().room();
        for (int i = 0; i < 5; i++) {
            room.add("viewer");
            api().put(room.admin, room.path + "/configs/k" + i, "{\"value\":1}").ok(201);
            api().post(room.admin, TenantsTopic.TENANTS, "{\"name\":\"Same\"}").ok(201);
        }
        for (int limit : new int[] {1, 2, 3, 6, 200}) {
            assertThat(walk(room.admin, room.path + "/members?", limit, "email"))
                    .isEqualTo(api().get(room.admin, room.path + "/members").items("email"))
                    .hasSize(6);
            assertThat(walk(room.admin, room.path + "/members?role=viewer&q=e&", limit, "email"))
                    .hasSize(5);
            assertThat(walk(room.admin, room.path + "/configs?", limit, "key")).hasSize(5);
            assertThat(walk(room.admin, TenantsTopic.TENANTS + "?", limit, "id"))
                    .isEqualTo(api().get(room.admin, TenantsTopic.TENANTS).items("id"))
                    .hasSize(6)
                    .doesNotHaveDuplicates();
            assertThat(walk(room.admin, room.path + "/audit?", limit, "id"))
                    .isEqualTo(api().get(room.admin, room.path + "/audit").items("id"))
                    .hasSize(13);
        }
    }

    @Test
    default void aPageHasFiftyItemsIfNotSaidOtherwise() {
        Api.Room room = api().room();
        for (int i = 0; i < 51; i++) {
            api().put(room.admin, room.path + "/configs/k" + i, "{\"value\":1}").ok(201);
        }
        Reply page = api().get(room.admin, room.path + "/configs");
        assertThat(page.items("key")).hasSize(50);
        assertThat(page.json().get("next_cursor").isTextual()).isTrue();
    }

    @Test
    default void aPageEndsEarlyOnceItIsLarge() {
        Api.Room room = api().room();
        List<String> keys = new ArrayList<>();
        String value = "\"" + "x".repeat(16 * 1024 - 2) + "\"";
        for (int i = 10; i < 45; i++) {
            keys.add("k" + i);
            api().put(room.admin, room.path + "/configs/k" + i, "{\"value\":" + value + "}")
                    .ok(201);
        }
        Reply first = api().get(room.admin, room.path + "/configs?limit=200");
        assertThat(first.body().length()).isBetween(512 * 1024, 512 * 1024 + 17 * 1024);
        assertThat(first.items("key")).hasSizeBetween(30, 33);
        assertThat(walk(room.admin, room.path + "/configs?", 200, "key")).isEqualTo(keys);
        // One entry for each, and those of the founding.
        assertThat(walk(room.admin, room.path + "/audit?", 200, "id"))
                .hasSize(keys.size() + 3)
                .doesNotHaveDuplicates();
        assertThat(api().get(room.admin, room.path + "/audit?limit=200").items("id"))
                .hasSizeLessThan(keys.size());
    }

    @Test
    default void aLimitIsFrom1To200() {
        Api.Room room = api().room();
        for (String bad : List.of("0", "201", "-1", "1.0", "x", "", "1e1", "%20", "9999999999", "+5", "%D9%A3")) {
            api().get(room.admin, room.path + "/members?limit=" + bad).invalid("limit");
        }
        api().get(room.admin, room.path + "/members?limit=200").ok(200);
    }

    @Test
    default void aCursorBelongsToItsListItsFiltersAndItsUser() {
        Api.Room room = api().room();
        Api.Person bob = room.add("admin");
        room.add("viewer");
        room.add("viewer");
        Api.Room other = api().room();
        other.add("viewer");
        String cursor = cursor(room.admin, room.path + "/members?limit=1");
        String filtered = cursor(room.admin, room.path + "/members?limit=1&role=viewer");
        api().get(room.admin, room.path + "/members?limit=2&cursor=" + cursor).ok(200);
        api().get(room.admin, room.path + "/members?role=viewer&cursor=" + filtered)
                .ok(200);
        api().get(room.admin, room.path + "/members?role=viewer&cursor=" + cursor)
                .invalid("cursor");
        api().get(room.admin, room.path + "/members?cursor=" + filtered).invalid("cursor");
        api().get(room.admin, room.path + "/members?q=a&cursor=" + cursor).invalid("cursor");
        api().get(room.admin, room.path + "/configs?cursor=" + cursor).invalid("cursor");
        api().get(room.admin, room.path + "/audit?cursor=" + cursor).invalid("cursor");
        api().get(room.admin, TenantsTopic.TENANTS + "?cursor=" + cursor).invalid("cursor");
        api().get(bob.in(room.id), room.path + "/members?cursor=" + cursor).invalid("cursor");
        api().get(other.admin, other.path + "/members?cursor=" + cursor).invalid("cursor");
    }

    @Test
    default void aCursorIsTakenAsItWasGivenOrNotAtAll() {
        Api.Room room = api().room();
        room.add("viewer");
        String path = room.path + "/members?limit=1&cursor=";
        String cursor = cursor(room.admin, room.path + "/members?limit=1");
        api().get(room.admin, path + cursor).ok(200);
        List<String> bad = new ArrayList<>(List.of("", "x", "AAAA", "%00", cursor + "=", cursor + "A", "%C3%28"));
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            bad.add(cursor.substring(0, i) + other + cursor.substring(i + 1));
        }
        for (String one : bad) {
            api().get(room.admin, path + one).invalid("cursor");
        }
    }

    private String cursor(String token, String path) {
        return api().get(token, path).ok(200).text("next_cursor");
    }

    @Test
    default void aQueryHasItsParametersOnceAndNoOthers() {
        Api.Room room = api().room();
        api().get(room.admin, room.path + "/members?limit=1&limit=1").invalid("limit");
        api().get(room.admin, room.path + "/members?limits=1").invalid("query");
        api().get(room.admin, room.path + "/members?status=active").invalid("query");
        api().get(room.admin, room.path + "?x").invalid("query");
        api().get(room.admin, TenantsTopic.TENANTS + "?scope=mine").invalid("scope");
        api().get(room.admin, TenantsTopic.TENANTS + "?status=gone").invalid("status");
        api().get(room.admin, TenantsTopic.TENANTS + "?q=" + "x".repeat(201)).invalid("q");
        api().get(room.admin, TenantsTopic.TENANTS + "?q=%00").invalid("q");
        api().get(room.admin, TenantsTopic.TENANTS + "?q=%FF").invalid("q");
        api().delete(room.admin, room.path + "?force=true").invalid("query");
        api().get(room.admin, room.path).ok(200);
    }
}
