package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.page.Page;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.page.Position;
import java.util.function.Function;

/**
 * One page of a list: {@code limit} and {@code cursor} in, {@code items} and {@code next_cursor} out.
 *
 * @param list the list's identity: its path, its filters, and who asks
 * @param request which page
 */
record Paging(String list, PageRequest request) {
    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";

    private static final int MAX_DIGITS = 3;

    /**
     * The item that reaches it is a page's last one: 512 KiB. An answer is held whole until its client has taken it,
     * and 200 items of the largest kind are twelve times as much.
     */
    private static final int ENOUGH_BYTES = 512 * 1024;

    static Paging of(String path, Object caller, Query query) {
        String list = path + "\n" + caller + "\n" + query.filters();
        Integer limit = query.get(LIMIT, Paging::limit);
        Position after = query.get(CURSOR, text -> position(list, text));
        return new Paging(list, new PageRequest(limit == null ? PageRequest.DEFAULT_LIMIT : limit, after));
    }

    private static Integer limit(String text) {
        boolean digits =
                !text.isEmpty() && text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int limit = digits ? Integer.parseInt(text) : 0;
        return PageRequest.first(limit).limit();
    }

    private static Position position(String list, String text) {
        Position position = Cursor.decode(list, text);
        if (position == null) {
            throw TenancyException.invalid("is not a `next_cursor` of this list with these filters; start over");
        }
        return position;
    }

    /** The page that was read, or as much of it as an answer holds. */
    <T> Answer answer(Page<T> page, Function<T, JsonBody> item) {
        return Answer.ok(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            int written = 0;
            for (T one : page.items()) {
                item.apply(one).writeTo(out);
                written++;
                if (JsonBody.length(out) >= ENOUGH_BYTES) {
                    break;
                }
            }
            out.writeEndArray();
            Position next = page.first(written).next();
            JsonBody.text(out, "next_cursor", next == null ? null : Cursor.encode(list, next));
            out.writeEndObject();
        });
    }
}
