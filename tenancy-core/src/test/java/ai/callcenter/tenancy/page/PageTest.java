package ai.callcenter.tenancy.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PageTest {
    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TenancyException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_INPUT));
    }

    @Test
    void aRequestIsForOneToTwoHundredItems() {
        assertThat(PageRequest.first().limit()).isEqualTo(50);
        assertThat(PageRequest.first(1).limit()).isEqualTo(1);
        assertThat(PageRequest.first(200).after()).isNull();
        for (int bad : new int[] {0, -1, 201, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            refused(() -> PageRequest.first(bad));
        }
    }

    @Test
    void aPositionIsOfText() {
        assertThat(new Position("\uD83D\uDE00", "").key()).hasSize(2);
        for (String bad : new String[] {"\u0000", "a\u0000b", "\n", "\uD800", "\uDC00x"}) {
            refused(() -> new Position(bad, ""));
            refused(() -> new Position("", bad));
        }
    }

    @Test
    void oneMoreRowThanAskedForTellsOfTheNextPage() {
        PageRequest two = PageRequest.first(2);
        assertThat(Page.of(List.of("a"), two, a -> new Position(a, "")).next()).isNull();
        assertThat(Page.of(List.of("a", "b"), two, a -> new Position(a, "")).next())
                .isNull();
        Page<String> page = Page.of(List.of("a", "b", "c"), two, a -> new Position(a, ""));
        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.next()).isEqualTo(new Position("b", ""));
    }

    @Test
    void aPageThatIsBrokenOffGoesOnWhereItEnds() {
        PageRequest three = PageRequest.first(3);
        for (List<String> rows : List.of(List.of("a", "b", "c"), List.of("a", "b", "c", "d"))) {
            Page<String> page = Page.of(rows, three, a -> new Position(a, ""));
            assertThat(page.first(2).items()).containsExactly("a", "b");
            assertThat(page.first(2).next()).isEqualTo(new Position("b", ""));
            assertThat(page.first(1).next()).isEqualTo(new Position("a", ""));
            assertThat(page.first(3).items()).hasSize(3);
            assertThat(page.first(3).next()).isEqualTo(page.next());
        }
        Page<String> empty = Page.of(List.of(), three, a -> new Position(a, ""));
        assertThat(empty.first(0).next()).isNull();
    }

    @Test
    void aPageDoesNotChange() {
        List<String> rows = new ArrayList<>(List.of("a"));
        Page<String> page = Page.of(rows, PageRequest.first(), a -> new Position(a, ""));
        rows.add("b");
        assertThat(page.items()).containsExactly("a");
    }
}
