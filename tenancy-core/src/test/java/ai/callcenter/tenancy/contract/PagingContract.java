package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.member.MemberFilter;
import ai.callcenter.tenancy.page.Page;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.page.Position;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import ai.callcenter.tenancy.text.Json;
import ai.callcenter.tenancy.text.SearchText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The pages of every list: together they are the list, whatever its size and theirs, and whatever happens meanwhile.
 */
abstract class PagingContract extends Contract {
    private static final List<Position> MADE_UP = List.of(
            new Position("", ""),
            new Position("x", "y"),
            new Position("2026-11-23T06:09:00Z", "x"),
            new Position("x", "01936d2c-0000-7000-8000-000000000000"),
            new Position("+1000000000-01-01T00:00:00Z", "01936d2c-0000-7000-8000-000000000000"),
            new Position("-999999999-01-01T00:00:00Z", "01936d2c-0000-7000-8000-000000000000"));

    private final String mark = unique();
    private final Person ana = person("Ana");
    private final Tenant acme =
            tenancy.tenants().create(HOST, NewTenant.named("Acme")).tenant();

    PagingContract(Harness harness) {
        super(harness);
    }

    /** A list: how to read a page of it, and how to put the n-th item into it. */
    private record Listing(String name, Function<PageRequest, Page<?>> read, IntConsumer add) {}

    private List<Listing> listings() {
        TenantFilter mine = new TenantFilter(SearchText.of(mark), null);
        return List.of(
                new Listing("my tenants", page -> tenancy.tenants().mine(ana.caller(), mine, page), this::addTenant),
                new Listing("all tenants", page -> tenancy.tenants().all(HOST, mine, page), this::addTenant),
                new Listing(
                        "members",
                        page -> tenancy.members().list(HOST, acme.id(), MemberFilter.ALL, page),
                        n -> tenancy.members()
                                .add(HOST, acme.id(), new Email(letter(n) + mark + "@x.example"), Role.VIEWER)),
                new Listing(
                        "configuration",
                        page -> tenancy.configs().list(HOST, acme.id(), page),
                        n -> tenancy.configs().put(HOST, acme.id(), new ConfigKey(letter(n)), Json.EMPTY_OBJECT)),
                new Listing("trail", page -> tenancy.audit().list(HOST, acme.id(), page), n -> {
                    clock.move(Duration.ofMillis(n % 2)); // some lines at the same time
                    tenancy.configs().put(HOST, acme.id(), new ConfigKey(letter(n)), Json.EMPTY_OBJECT);
                }));
    }

    /** Two tenants share each name, so that pages end between equal keys. */
    private void addTenant(int n) {
        tenancy.tenants().create(ana.caller(), NewTenant.named(letter(n / 2) + mark));
    }

    private static String letter(int n) {
        return String.valueOf((char) ('b' + n));
    }

    private Stream<DynamicTest> each(Function<Listing, DynamicTest> test) {
        return listings().stream().map(test);
    }

    private static List<Object> walk(Listing list, int limit, Runnable betweenPages) {
        List<Object> items = new ArrayList<>();
        Position after = null;
        do {
            Page<?> page = list.read().apply(new PageRequest(limit, after));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            assertThat(page.next() == null || page.items().size() == limit).isTrue();
            items.addAll(page.items());
            after = page.next();
            betweenPages.run();
        } while (after != null);
        return items;
    }

    private static List<Object> whole(Listing list) {
        return List.copyOf(list.read().apply(ALL).items());
    }

    @TestFactory
    Stream<DynamicTest> areTheListWhateverTheirSize() {
        return each(list -> dynamicTest(list.name(), () -> {
            IntStream.range(0, 7).forEach(list.add());
            List<Object> whole = whole(list);
            assertThat(whole).hasSizeGreaterThanOrEqualTo(7).doesNotHaveDuplicates();
            for (int limit = 1; limit <= whole.size() + 1; limit++) {
                assertThat(walk(list, limit, () -> {})).as("limit " + limit).isEqualTo(whole);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> endWhereTheListEnds() {
        return each(list -> dynamicTest(list.name(), () -> {
            IntStream.range(0, 4).forEach(list.add());
            int size = whole(list).size();
            assertThat(list.read().apply(PageRequest.first(size)).next()).isNull();
            assertThat(list.read().apply(PageRequest.first(size - 1)).next()).isNotNull();
        }));
    }

    @TestFactory
    Stream<DynamicTest> repeatAndLoseNothingWhenItemsAreAddedMeanwhile() {
        return each(list -> dynamicTest(list.name(), () -> {
            for (int n = 1; n < 14; n += 2) {
                list.add().accept(n);
            }
            List<Object> before = whole(list);
            int[] next = {0};
            List<Object> seen = walk(list, 2, () -> {
                if (next[0] < 14) {
                    list.add().accept(next[0]);
                    next[0] += 2;
                }
            });
            assertThat(seen).doesNotHaveDuplicates().containsAll(before);
        }));
    }

    @TestFactory
    Stream<DynamicTest> afterAPositionThatNoPageMadeAreAPageOrARefusalOfTheInput() {
        return each(list -> dynamicTest(list.name(), () -> {
            IntStream.range(0, 2).forEach(list.add());
            for (Position position : MADE_UP) {
                assertThat(failure(list, position)).as(position.toString()).isIn(null, ErrorCode.INVALID_INPUT);
            }
        }));
    }

    private static @Nullable Object failure(Listing list, Position position) {
        Throwable thrown = catchThrowable(() -> list.read().apply(new PageRequest(5, position)));
        return thrown instanceof TenancyException refusal ? refusal.code() : thrown;
    }
}
