package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.error.ErrorCode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Nothing of the contract can be forgotten: neither a part of it, nor a refusal. */
class StoreContractTest {
    private static final JavaClasses CONTRACT =
            new ClassFileImporter().importPackages("ai.callcenter.tenancy.contract");

    private abstract static class Forgotten extends Contract {
        Forgotten(Harness harness) {
            super(harness);
        }
    }

    @Test
    void everyPartIsNestedInTheWhole() {
        assertThat(partsOutside(StoreContract.class)).containsExactly(Forgotten.class.getName());
    }

    /** The parts that a whole leaves out; {@link Forgotten} shows that one would be noticed. */
    private static List<String> partsOutside(Class<?> whole) {
        Set<String> nested = Arrays.stream(whole.getDeclaredClasses())
                .filter(part -> part.isAnnotationPresent(Nested.class))
                .map(part -> part.getSuperclass().getName())
                .collect(Collectors.toSet());
        return CONTRACT.stream()
                .filter(type -> type.isAssignableTo(Contract.class) && !type.isEquivalentTo(Contract.class))
                .map(JavaClass::getName)
                .filter(name -> !nested.contains(name) && !name.startsWith(whole.getName() + "$"))
                .toList();
    }

    @Test
    void everyRefusalIsProvoked() {
        Set<String> provoked = CONTRACT.stream()
                .filter(type -> type.isAssignableTo(Contract.class))
                .flatMap(type -> type.getFieldAccessesFromSelf().stream())
                .filter(access -> access.getTargetOwner().isEquivalentTo(ErrorCode.class))
                .map(access -> access.getTarget().getName())
                .collect(Collectors.toCollection(TreeSet::new));
        // A store that is away is provoked where there is something to take away.
        assertThat(Stream.of(ErrorCode.values()).map(Enum::name).filter(name -> !provoked.contains(name)))
                .containsExactly(ErrorCode.STORE_UNAVAILABLE.name());
    }
}
