package ai.callcenter.tenancy.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourcesTest {
    private final List<String> closed = new ArrayList<>();
    private final Resources resources = new Resources();

    @Test
    void closesInReverseOrderOnce() {
        resources.add(() -> closed.add("store"));
        resources.add(() -> closed.add("server"));

        resources.close();
        resources.close();

        assertThat(closed).containsExactly("server", "store");
    }

    @Test
    void closesTheRestWhenOneFails() {
        resources.add(() -> closed.add("store"));
        resources.add(() -> {
            throw new IllegalArgumentException("stuck");
        });

        assertThatThrownBy(resources::close).hasSuppressedException(new IllegalArgumentException("stuck"));
        assertThat(closed).containsExactly("store");
    }

    @Test
    void closesAtOnceWhatIsOpenedTooLate() {
        resources.close();

        assertThatThrownBy(() -> resources.add(() -> closed.add("late"))).isInstanceOf(IllegalStateException.class);
        assertThat(closed).containsExactly("late");
    }
}
