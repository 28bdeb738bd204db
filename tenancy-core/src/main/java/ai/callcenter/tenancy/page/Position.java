package ai.callcenter.tenancy.page;

import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.text.Text;

/**
 * Where a page ended: the sort key of its last item and, where keys can tie, the item's id. It may come from a client,
 * so a store takes any position: one that no page ended at leads to a page or is refused as {@code invalid_input}.
 *
 * @param key the last item's sort key
 * @param tie the last item's id in text, or {@code ""} where the key alone is unique
 */
public record Position(String key, String tie) {
    /**
     * Refuses what no key of the model holds, and not every store can.
     *
     * @throws TenancyException {@code invalid_input} for control characters and lone surrogates
     */
    public Position {
        if (!Text.isPrintable(key, false) || !Text.isPrintable(tie, false)) {
            throw TenancyException.invalid("the cursor is not of this list");
        }
    }
}
